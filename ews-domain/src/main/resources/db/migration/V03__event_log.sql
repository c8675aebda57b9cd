-- What sources sent, as they sent it. The primary key finds duplicates: a repeated event carries the same time, account
-- and id (event_key is the first 64 bits of the SHA-256 of the id). It begins with the time, so that new events go to
-- the right edge of the index; the index by account is built when a day closes, which costs a quarter of keeping it live.
create table event (
  occurred_at timestamptz not null,
  account_id  bigint      not null,
  source_id   int         not null,
  event_key   bigint      not null,
  received_at timestamptz not null,
  user_id     bigint,
  type        text        not null,
  body        text        not null,
  primary key (occurred_at, account_id, source_id, event_key)
) partition by range (occurred_at);

-- Events that could not be taken, with the reason, so that they can be seen and corrected.
create table reject (
  id          bigint generated always as identity primary key,
  source_id   int         not null references source on delete cascade,
  received_at timestamptz not null,
  batch_id    text,
  place       int         not null,
  message_id  text,
  code        text        not null,
  detail      text        not null,
  body        text        not null
);
create index reject_source on reject (source_id, received_at desc);

-- received = accepted + duplicates + rejected, per source and day of receipt.
create table source_day (
  source_id     int         not null references source on delete cascade,
  day           date        not null,
  accepted      bigint      not null,
  duplicates    bigint      not null,
  rejected      bigint      not null,
  last_received timestamptz not null,
  primary key (source_id, day)
);
