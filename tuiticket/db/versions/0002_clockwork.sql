CREATE TABLE shop_calendar (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  zone TEXT NOT NULL,
  week TEXT NOT NULL,
  closed TEXT NOT NULL,
  makeup TEXT NOT NULL,
  special TEXT NOT NULL,
  edition INTEGER NOT NULL,
  CONSTRAINT uq_shop_calendar_key UNIQUE ("key")
);
CREATE TABLE policy (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT,
  priority INTEGER,
  channel TEXT,
  customer_tag TEXT,
  first_response_s INTEGER,
  next_response_s INTEGER,
  progress_s INTEGER,
  resolution_s INTEGER,
  rebound_s INTEGER,
  submit_s INTEGER,
  review_s INTEGER,
  triage_s INTEGER,
  tell_s INTEGER,
  calendar_id INTEGER,
  pause_on_third BOOLEAN NOT NULL,
  steps TEXT NOT NULL,
  retired BOOLEAN NOT NULL,
  CONSTRAINT fk_policy_calendar_id FOREIGN KEY(calendar_id) REFERENCES shop_calendar (id),
  CONSTRAINT ck_policy_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_policy_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_policy_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_policy_pause_on_third CHECK (pause_on_third IN (0, 1)),
  CONSTRAINT ck_policy_retired CHECK (retired IN (0, 1))
);
CREATE TABLE clock (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  cycle INTEGER NOT NULL,
  policy_id INTEGER,
  target_s INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  consumed_s INTEGER NOT NULL,
  running_since INTEGER,
  due_at INTEGER,
  breach_at INTEGER,
  stopped_at INTEGER,
  generation INTEGER NOT NULL,
  calendar_id INTEGER,
  calendar_edition INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  agreed BOOLEAN NOT NULL,
  cut_short BOOLEAN NOT NULL,
  CONSTRAINT fk_clock_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_clock_policy_id FOREIGN KEY(policy_id) REFERENCES policy (id),
  CONSTRAINT fk_clock_calendar_id FOREIGN KEY(calendar_id) REFERENCES shop_calendar (id),
  CONSTRAINT ck_clock_kind CHECK (kind IN ('first-response', 'next-response', 'progress-update',
    'resolution', 'submit', 'review', 'triage')),
  CONSTRAINT ck_clock_state CHECK (state IN ('running', 'paused', 'met', 'missed', 'cancelled')),
  CONSTRAINT ck_clock_agreed CHECK (agreed IN (0, 1)),
  CONSTRAINT ck_clock_cut_short CHECK (cut_short IN (0, 1))
);
CREATE UNIQUE INDEX uq_clock_alive ON clock (ticket_id, kind) WHERE state IN ('running', 'paused');
CREATE INDEX ix_clock_ticket_id ON clock (ticket_id);
CREATE TABLE ticket (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  channel TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  category_id INTEGER,
  owner_id INTEGER,
  team_id INTEGER,
  order_number TEXT,
  language TEXT NOT NULL,
  tags TEXT NOT NULL,
  assigned_at INTEGER,
  last_message_at INTEGER,
  unanswered_since INTEGER,
  solved_at INTEGER,
  closed_at INTEGER,
  cycle INTEGER NOT NULL,
  merged_into INTEGER,
  urgency INTEGER NOT NULL,
  next_clock TEXT,
  next_due_at INTEGER,
  next_breach_at INTEGER,
  next_calendar_id INTEGER,
  paused_left_s INTEGER,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  CONSTRAINT pk_ticket PRIMARY KEY (id),
  CONSTRAINT fk_ticket_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
  CONSTRAINT fk_ticket_category_id FOREIGN KEY(category_id) REFERENCES category (id),
  CONSTRAINT fk_ticket_owner_id FOREIGN KEY(owner_id) REFERENCES agent (id),
  CONSTRAINT fk_ticket_team_id FOREIGN KEY(team_id) REFERENCES team (id),
  CONSTRAINT fk_ticket_merged_into FOREIGN KEY(merged_into) REFERENCES ticket (id),
  CONSTRAINT ck_ticket_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_ticket_state CHECK (state IN ('new', 'open', 'waiting-customer', 'waiting-third',
    'review', 'solved', 'closed', 'archived')),
  CONSTRAINT ck_ticket_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_severity CHECK (severity IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_ticket_next_clock CHECK (next_clock IN ('first-response', 'next-response',
    'progress-update', 'resolution', 'submit', 'review', 'triage'))
);
CREATE INDEX ix_ticket_team_id_state ON ticket (team_id, state);
CREATE INDEX ix_ticket_created_at ON ticket (created_at);
CREATE INDEX ix_ticket_state_updated_at ON ticket (state, updated_at) WHERE state IN ('solved',
  'closed', 'archived');
CREATE INDEX ix_ticket_unanswered_since ON ticket (unanswered_since) WHERE unanswered_since IS NOT
  NULL;
CREATE INDEX ix_ticket_unassigned ON ticket (owner_id, urgency DESC, created_at) WHERE state IN
  ('new', 'open');
CREATE INDEX ix_ticket_urgency ON ticket (urgency DESC, (next_due_at IS NULL), next_due_at, id,
  next_breach_at) WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_owner ON ticket (owner_id, state) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_owner_id_state ON ticket (owner_id, state);
CREATE INDEX ix_ticket_order_number ON ticket (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX ix_ticket_active_category ON ticket (category_id, state) WHERE state IN ('new',
  'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_category_id_state ON ticket (category_id, state);
CREATE INDEX ix_ticket_customer_id ON ticket (customer_id);
CREATE INDEX ix_ticket_active_team ON ticket (team_id, state) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_updated_at ON ticket (updated_at);
