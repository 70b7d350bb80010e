CREATE TABLE settings (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  mail_domain TEXT NOT NULL,
  mail_addresses TEXT NOT NULL,
  mail_secret TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  kind_teams TEXT NOT NULL,
  close_after_s INTEGER NOT NULL,
  archive_after_s INTEGER NOT NULL,
  hold_s INTEGER NOT NULL,
  weights TEXT NOT NULL,
  waiting_weight FLOAT NOT NULL,
  unrouted_s INTEGER,
  sticky BOOLEAN NOT NULL,
  break_s INTEGER NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (id),
  CONSTRAINT ck_settings_single CHECK (id = 1),
  CONSTRAINT ck_settings_sticky CHECK (sticky IN (0, 1))
);
CREATE TABLE agent (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  mail TEXT,
  capacity INTEGER NOT NULL,
  available BOOLEAN NOT NULL,
  away_note TEXT NOT NULL,
  skills TEXT NOT NULL,
  calendar_id INTEGER,
  shift_seen_at INTEGER,
  last_assigned_at INTEGER,
  version INTEGER NOT NULL,
  CONSTRAINT uq_agent_login UNIQUE (login),
  CONSTRAINT fk_agent_calendar_id FOREIGN KEY(calendar_id) REFERENCES shop_calendar (id),
  CONSTRAINT ck_agent_role CHECK (role IN ('agent', 'lead', 'supervisor', 'admin', 'monitor')),
  CONSTRAINT ck_agent_available CHECK (available IN (0, 1))
);
CREATE TABLE team (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  automatic BOOLEAN NOT NULL,
  lead_id INTEGER,
  sister_id INTEGER,
  accept_s INTEGER,
  overflow TEXT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT uq_team_key UNIQUE ("key"),
  CONSTRAINT fk_team_lead_id FOREIGN KEY(lead_id) REFERENCES agent (id),
  CONSTRAINT fk_team_sister_id FOREIGN KEY(sister_id) REFERENCES team (id),
  CONSTRAINT ck_team_automatic CHECK (automatic IN (0, 1))
);
CREATE TABLE category (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "key" TEXT NOT NULL,
  name TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  team_id INTEGER,
  skill TEXT,
  skill_level INTEGER NOT NULL,
  CONSTRAINT uq_category_key UNIQUE ("key"),
  CONSTRAINT fk_category_team_id FOREIGN KEY(team_id) REFERENCES team (id)
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
  rebound_to TEXT NOT NULL,
  steps TEXT NOT NULL,
  retired BOOLEAN NOT NULL,
  CONSTRAINT fk_policy_calendar_id FOREIGN KEY(calendar_id) REFERENCES shop_calendar (id),
  CONSTRAINT ck_policy_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_policy_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_policy_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_policy_pause_on_third CHECK (pause_on_third IN (0, 1)),
  CONSTRAINT ck_policy_rebound_to CHECK (rebound_to IN ('same', 'other', 'senior')),
  CONSTRAINT ck_policy_retired CHECK (retired IN (0, 1))
);
CREATE TABLE routing_rule (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  team_id INTEGER NOT NULL,
  kind TEXT,
  category TEXT,
  keywords TEXT NOT NULL,
  order_state TEXT,
  customer_tag TEXT,
  channel TEXT,
  language TEXT,
  skill TEXT,
  skill_level INTEGER NOT NULL,
  CONSTRAINT uq_routing_rule_name UNIQUE (name),
  CONSTRAINT fk_routing_rule_team_id FOREIGN KEY(team_id) REFERENCES team (id),
  CONSTRAINT ck_routing_rule_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_routing_rule_order_state CHECK (order_state IN ('unpaid', 'paid', 'shipped',
    'delivered', 'cancelled', 'refunded')),
  CONSTRAINT ck_routing_rule_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail',
    'web', 'api', 'wechat', 'sms'))
);
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
  accepted_at INTEGER,
  accept_by INTEGER,
  by_hand BOOLEAN NOT NULL,
  queued_at INTEGER,
  widen_at INTEGER,
  needs_skill TEXT,
  needs_level INTEGER NOT NULL,
  excluded TEXT NOT NULL,
  widened INTEGER NOT NULL,
  last_message_at INTEGER,
  unanswered_since INTEGER,
  solved_at INTEGER,
  closed_at INTEGER,
  cycle INTEGER NOT NULL,
  merged_into INTEGER,
  rebound_of INTEGER,
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
  CONSTRAINT fk_ticket_rebound_of FOREIGN KEY(rebound_of) REFERENCES ticket (id),
  CONSTRAINT ck_ticket_kind CHECK (kind IN ('service', 'enquiry', 'complaint', 'repair')),
  CONSTRAINT ck_ticket_state CHECK (state IN ('new', 'open', 'waiting-customer',
    'waiting-third', 'review', 'solved', 'closed', 'archived')),
  CONSTRAINT ck_ticket_priority CHECK (priority IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_severity CHECK (severity IN (1, 2, 3, 4)),
  CONSTRAINT ck_ticket_channel CHECK (channel IN ('phone', 'walk-in', 'chat', 'mail', 'web',
    'api', 'wechat', 'sms')),
  CONSTRAINT ck_ticket_by_hand CHECK (by_hand IN (0, 1)),
  CONSTRAINT ck_ticket_next_clock CHECK (next_clock IN ('first-response', 'next-response',
    'progress-update', 'resolution', 'submit', 'review', 'triage'))
);
CREATE INDEX ix_ticket_active_category ON ticket (category_id, state) WHERE state IN ('new',
  'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_owner ON ticket (owner_id, state, kind) WHERE state IN ('new',
  'open', 'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_active_team ON ticket (team_id, state) WHERE state IN ('new', 'open',
  'waiting-customer', 'waiting-third', 'review');
CREATE INDEX ix_ticket_category_id_state ON ticket (category_id, state);
CREATE INDEX ix_ticket_created_at ON ticket (created_at);
CREATE INDEX ix_ticket_customer_id ON ticket (customer_id);
CREATE INDEX ix_ticket_order_number ON ticket (order_number) WHERE order_number IS NOT NULL;
CREATE INDEX ix_ticket_owner_id_state ON ticket (owner_id, state);
CREATE INDEX ix_ticket_state_updated_at ON ticket (state, updated_at) WHERE state IN ('solved',
  'closed', 'archived');
CREATE INDEX ix_ticket_team_id_state ON ticket (team_id, state);
CREATE INDEX ix_ticket_unanswered_since ON ticket (unanswered_since) WHERE unanswered_since IS
  NOT NULL;
CREATE INDEX ix_ticket_unassigned ON ticket (owner_id, urgency DESC, created_at, team_id,
  needs_skill, needs_level, widened) WHERE state IN ('new', 'open');
CREATE INDEX ix_ticket_updated_at ON ticket (updated_at);
CREATE INDEX ix_ticket_urgency ON ticket (urgency DESC, (next_due_at IS NULL), next_due_at, id,
  next_breach_at) WHERE state IN ('new', 'open', 'waiting-customer', 'waiting-third', 'review');
CREATE TABLE timer (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  due TEXT NOT NULL,
  ticket_id INTEGER,
  fire_at INTEGER NOT NULL,
  clock_id INTEGER,
  percent INTEGER,
  agent_id INTEGER,
  CONSTRAINT fk_timer_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_clock_id FOREIGN KEY(clock_id) REFERENCES clock (id) ON DELETE CASCADE,
  CONSTRAINT fk_timer_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) ON DELETE CASCADE,
  CONSTRAINT ck_timer_due CHECK (due IN ('step', 'close', 'archive', 'accept', 'widen', 'shift'))
);
CREATE INDEX ix_timer_agent_id ON timer (agent_id);
CREATE INDEX ix_timer_clock_id ON timer (clock_id);
CREATE INDEX ix_timer_fire_at_id ON timer (fire_at, id);
CREATE INDEX ix_timer_ticket_id ON timer (ticket_id);
