-- Whether the stars beside a line were in force, or known without their last day: then they were told as what the register says and shown as no stars.
alter table order_line add column recognition text not null default 'in-force' check (recognition in ('in-force', 'term-unknown'));
