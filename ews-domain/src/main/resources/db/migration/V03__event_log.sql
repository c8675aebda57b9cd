-- What sources sent, as they sent it. The primary key finds duplicates: a repeated event carries the same time, account
-- and id (event_key is the first 64 bits of the SHA-256 of source and id, so that it tells sources apart in the facts
-- too). It begins with the time, so that new events go to the right edge of the index; the index by account is built when
-- a day closes, which costs a quarter of keeping it live.
create table event (
  occurred_at timestamptz not null,
  account_id  bigint      not null,
  source_id   int         not null,
  -- Of usage; stands where PostgreSQL would leave four bytes empty.
  feature_id  int,
  event_key   bigint      not null,
  received_at timestamptz not null,
  user_id     bigint,
  dialect     smallint    not null,
  type        text        not null,
  body        text        not null,
  primary key (occurred_at, account_id, source_id, event_key)
) partition by range (occurred_at);
-- Events are appended as they come in, so a few bytes per megabyte find what arrived since a time.
create index event_received on event using brin (received_at) with (autosummarize = on);

-- What the log has forgotten: all events of the type of UTC days before this one, except those that came in since and go
-- next time. Facts of those days cannot be made again.
create table forgotten_events (
  type       text primary key,
  before_day date not null
);

-- Events may come without a time of the source's own, and then get that of their receipt. A repeated one must get the same
-- time again to be found in the log, so the time of the first one is kept here for some days.
create table untimed_event (
  source_id   int         not null,
  event_key   bigint      not null,
  occurred_at timestamptz not null,
  primary key (source_id, event_key)
);

-- Events that could not be taken, with the reason, so that they can be seen and corrected. Settled once that was done, or
-- somebody said that they do not matter.
create table reject (
  id          bigint generated always as identity primary key,
  source_id   int         not null references source on delete cascade,
  received_at timestamptz not null,
  batch_id    text,
  place       int         not null,
  message_id  text,
  dialect     smallint    not null,
  code        text        not null,
  detail      text        not null,
  body        text        not null,
  settled_at  timestamptz,
  settled_as  text check (settled_as in ('taken', 'duplicate', 'ignored', 'dismissed')),
  check ((settled_at is null) = (settled_as is null))
);
create index reject_source on reject (source_id, id);
create index reject_open on reject (source_id, code, id) where settled_at is null;

-- received = accepted + duplicates + ignored + rejected, per source and day of receipt.
create table source_day (
  source_id     int         not null references source on delete cascade,
  day           date        not null,
  accepted      bigint      not null,
  duplicates    bigint      not null,
  ignored       bigint      not null default 0,
  rejected      bigint      not null,
  last_received timestamptz not null,
  primary key (source_id, day)
);

-- When events of a type were first and last received from a source, per day of receipt: tells usual pauses from silence.
create table heartbeat (
  source_id      int         not null references source on delete cascade,
  type           text        not null,
  day            date        not null,
  first_received timestamptz not null,
  last_received  timestamptz not null,
  primary key (source_id, type, day)
);
