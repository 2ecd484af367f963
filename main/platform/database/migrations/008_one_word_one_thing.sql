-- A pupil's work is a paper; how large it was written is its true size; a piece of printed paper has a sheet size.
alter table sample rename to paper;
alter table page rename column sample to paper;
alter table task rename column paper to true_size;
update chart set print = json_remove(json_set(print, '$.sheetSize', json_extract(print, '$.paper')), '$.paper') where json_type(print, '$.paper') is not null;
update chart set print = json_remove(json_set(print, '$.ownSize', json(json_extract(print, '$.ownPaper'))), '$.ownPaper') where json_type(print, '$.ownPaper') is not null;
update chart_version set plan = json_remove(json_set(plan, '$.sheetSize', json(json_extract(plan, '$.paper'))), '$.paper') where json_type(plan, '$.paper') is not null;
