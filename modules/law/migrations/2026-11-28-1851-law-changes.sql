-- The law stands behind every public page, and the names of communes in most.
create trigger shown_change after insert or update or delete or truncate on legal_rule execute function send_change('law');
create trigger shown_change after insert or update or delete or truncate on commune execute function send_change('law');
create trigger shown_change after insert or update or delete or truncate on former_commune execute function send_change('law');
create trigger shown_change after insert or update or delete or truncate on commune_succession execute function send_change('law');
