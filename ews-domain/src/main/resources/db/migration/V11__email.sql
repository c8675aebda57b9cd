-- What emails to contacts begin with: plain text with merge fields like {{contact.first_name|there}}.
create table email_template (
  id      int  generated always as identity primary key,
  key     text not null unique,
  name    text not null unique,
  subject text not null,
  body    text not null,
  version int  not null
);

-- What a template said from a moment on, until its next version.
create table email_template_version (
  template_id int         not null references email_template on delete cascade,
  version     int         not null,
  name        text        not null,
  subject     text        not null,
  body        text        not null,
  author      text        not null,
  reason      text        not null,
  created_at  timestamptz not null,
  primary key (template_id, version)
);

-- An email to contacts of an account. Its message in the outbox is forgotten some day; what it said stays.
create table email (
  account_id    bigint not null references account on delete cascade,
  id            bigint generated always as identity,
  -- Two of the same key are one.
  dedup_key     text   not null,
  touchpoint_id bigint not null,
  -- None where nothing is sent: the contacts of the sample company are made up.
  message_id    uuid   references outbox_message on delete set null,
  receivers     text   not null,
  subject       text   not null,
  body          text   not null,
  primary key (account_id, id),
  unique (account_id, dedup_key),
  unique (account_id, touchpoint_id),
  foreign key (account_id, touchpoint_id) references touchpoint on delete cascade
);
create index email_id on email (id);
create index email_message on email (message_id) where message_id is not null;

-- An invitation of contacts. Calendars know it by its uid, and which of two is newer by the sequence.
create table meeting (
  account_id      bigint      not null references account on delete cascade,
  id              bigint generated always as identity,
  uid             text        not null unique,
  sequence        int         not null,
  title           text        not null,
  detail          text        not null,
  place           text        not null,
  starts_at       timestamptz not null,
  minutes         int         not null check (minutes between 5 and 1440),
  -- Who invites; their name and address stay when they are gone.
  member_id       bigint      references member on delete set null,
  organiser       text        not null,
  organiser_email text        not null,
  -- [{"name": …, "email": …}]
  guests          jsonb       not null,
  run_id          bigint,
  status          text        not null check (status in ('planned', 'cancelled', 'held')),
  primary key (account_id, id),
  foreign key (account_id, run_id) references run on delete set null (run_id)
);
create index meeting_id on meeting (id);
create index meeting_planned on meeting (starts_at) where status = 'planned';
create index meeting_member on meeting (member_id, starts_at);

-- The address under which a member's calendar can be read. Only the SHA-256 of its token is kept.
create table calendar_feed (
  member_id  bigint      primary key references member on delete cascade,
  token_hash bytea       not null unique,
  created_at timestamptz not null
);
