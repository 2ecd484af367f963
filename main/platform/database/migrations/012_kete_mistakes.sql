-- What got into a kete by mistake leaves it again, but only where the log says so beside the mastery itself.
drop trigger kete_keeps;

create trigger kete_keeps before delete on kete
when (select retired_at from pupil where id = old.pupil) is null
  and not exists (
    select 1
    from goal_entry mistake
    join goal_entry mastery on mastery.id = json_extract(mistake.document, '$.supersedes') and mastery.pupil = mistake.pupil
    where mistake.pupil = old.pupil
      and json_extract(mistake.document, '$.kind') = 'mistook'
      and json_extract(mastery.document, '$.kind') = 'kete'
      and json_extract(mastery.document, '$.goal') = old.goal
  )
begin
  select raise(abort, 'What is in a kete stays in it.');
end;
