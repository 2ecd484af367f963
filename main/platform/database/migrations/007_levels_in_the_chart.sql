-- Levels, anchors and qualifiers are read from the chart's own states; nothing asked for these copies of them.
drop table qualifier;
drop table anchor;
drop table level;
