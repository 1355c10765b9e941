-- A paper names a file that is there. Rows of before are not judged: an installation may have lost one by hand.
alter table evidence add constraint evidence_file foreign key (file_hash) references stored_file not valid;
create index evidence_file_hash on evidence (file_hash);
