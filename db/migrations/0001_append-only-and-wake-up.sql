-- What has been said and done stays as it was: no role may change or delete it, not even by mistake.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger turns_append_only before update or delete on turns for each row execute function refuse_change();
--> statement-breakpoint
create trigger contents_append_only before update or delete on contents for each row execute function refuse_change();
--> statement-breakpoint
create trigger intakes_append_only before update or delete on intakes for each row execute function refuse_change();
--> statement-breakpoint
create trigger policies_append_only before update or delete on policies for each row execute function refuse_change();
--> statement-breakpoint
create trigger calendars_append_only before update or delete on calendars for each row execute function refuse_change();
--> statement-breakpoint
-- A new notice wakes the dispatcher at once, instead of at its next look.
create function wake_dispatcher() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_wakes_dispatcher after insert on outbox for each statement execute function wake_dispatcher();
--> statement-breakpoint
-- The picture of a complaint is rewritten with every turn: room on the page keeps those updates cheap.
alter table complaints set (fillfactor = 80);
