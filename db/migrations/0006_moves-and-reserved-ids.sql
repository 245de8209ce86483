create trigger obligation_moves_append_only before update or delete on obligation_moves for each row execute function refuse_change();
--> statement-breakpoint
-- What a batch is to do is never changed; how far it is, is told by its items.
create function refuse_other_batch() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.action, new.data, new."by", new.requested_by, new.reason, new."at") is distinct from
     (old.id, old.kind, old.action, old.data, old."by", old.requested_by, old.reason, old."at") then
    raise exception 'a batch is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger batches_unchanged before update on batches for each row execute function refuse_other_batch();
--> statement-breakpoint
create trigger batches_kept before delete on batches for each row execute function refuse_change();
--> statement-breakpoint
-- These ids mean something else than a person (RESERVED_IDS of domain/people.ts): nobody may act under them.
alter table staff add constraint staff_id_not_reserved check (id not in ('system', 'customer', 'clock', 'unknown', 'owner'));
