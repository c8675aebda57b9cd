-- People of whom it was said afterwards that they belonged somewhere else: their events of that time are to be looked at
-- again. Infinity stands for no limit.
create table displaced_person (
  source_id  int         not null references source on delete cascade,
  person     text        not null,
  from_time  timestamptz not null,
  until_time timestamptz not null,
  primary key (source_id, person, from_time, until_time)
);

-- Accounts whose facts were made again, so that instances forget what they know of them. Kept for some days.
create table facts_made_again (
  number      bigint generated always as identity primary key,
  account_key text        not null,
  at          timestamptz not null default now()
);
