-- Tries are counted at many doors by now, not at the sign-in alone.
alter table sign_in_attempt rename to rate_limit;
