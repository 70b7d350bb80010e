CREATE TABLE rating (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL,
  speed INTEGER NOT NULL,
  quality INTEGER NOT NULL,
  attitude INTEGER NOT NULL,
  at INTEGER NOT NULL,
  agent_id INTEGER,
  category_id INTEGER,
  course TEXT NOT NULL,
  foreseen INTEGER,
  comment TEXT NOT NULL,
  CONSTRAINT uq_rating_ticket_id UNIQUE (ticket_id),
  CONSTRAINT fk_rating_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
  CONSTRAINT fk_rating_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
  CONSTRAINT fk_rating_category_id FOREIGN KEY(category_id) REFERENCES category (id)
);
CREATE INDEX ix_rating_agent_id ON rating (agent_id);
CREATE INDEX ix_rating_category_id ON rating (category_id);
CREATE TABLE outlook (
  id INTEGER NOT NULL,
  ratings INTEGER NOT NULL,
  start FLOAT NOT NULL,
  usual TEXT NOT NULL,
  weights TEXT NOT NULL,
  categories TEXT NOT NULL,
  foretold INTEGER NOT NULL,
  brier FLOAT,
  brier_of_usual FLOAT,
  CONSTRAINT pk_outlook PRIMARY KEY (id)
);
