-- What a scan and a public page of a dossier's product show: quality papers, and whether a re-evaluation is under way. A producer saves a draft every few
-- seconds; nothing of a draft is public.
create trigger shown_change after insert or update of status, kind, submitted_at, product_id or delete or truncate on dossier execute function send_change('dossiers');
create trigger shown_change after insert or update or delete or truncate on dossier_evidence execute function send_change('dossiers');
create trigger shown_change after insert or update or delete or truncate on evidence execute function send_change('dossiers');
