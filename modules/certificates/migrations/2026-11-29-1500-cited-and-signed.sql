-- Which proposal a decision stands on ("Theo đề nghị của … tại Tờ trình số … ngày …", Nghị định 30/2020/NĐ-CP, mẫu 1.2), and who signed a
-- withdrawal. What was entered before this stays without.
alter table recognition_decision
  add column proposal_number text,
  add column proposal_on date,
  add check ((proposal_number is null) = (proposal_on is null));
alter table certificate
  add column withdrawal_signer text,
  add column withdrawal_signer_title text;
