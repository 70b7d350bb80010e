DROP INDEX ix_event_articles;
CREATE INDEX ix_event_articles ON event (id) WHERE kind IN ('article.added', 'article.changed', 'article.restored', 'desk.undone', 'desk.redone');
CREATE TABLE article_link (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    CONSTRAINT uq_article_link_article_id_other_id UNIQUE (article_id, other_id),
    CONSTRAINT fk_article_link_article_id FOREIGN KEY(article_id) REFERENCES article (id),
    CONSTRAINT fk_article_link_other_id FOREIGN KEY(other_id) REFERENCES article (id),
    CONSTRAINT ck_article_link_kind CHECK (kind IN ('related', 'translation'))
);
CREATE INDEX ix_article_link_other_id ON article_link (other_id);
CREATE TABLE article_vote (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    useful BOOLEAN NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT uq_article_vote_article_id_agent_id UNIQUE (article_id, agent_id),
    CONSTRAINT fk_article_vote_article_id FOREIGN KEY(article_id) REFERENCES article (id),
    CONSTRAINT fk_article_vote_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
    CONSTRAINT ck_article_vote_useful CHECK (useful IN (0, 1))
);
CREATE INDEX ix_article_vote_agent_id ON article_vote (agent_id);
CREATE TABLE article_check (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT uq_article_check_article_id UNIQUE (article_id),
    CONSTRAINT fk_article_check_article_id FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_draft (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    agent_id INTEGER NOT NULL,
    article_id INTEGER,
    saved_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    category_id INTEGER,
    began TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT fk_article_draft_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id),
    CONSTRAINT fk_article_draft_article_id FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE SET NULL,
    CONSTRAINT fk_article_draft_category_id FOREIGN KEY(category_id) REFERENCES category (id),
    CONSTRAINT ck_article_draft_kind CHECK (kind IN ('faq', 'case', 'training'))
);
CREATE INDEX ix_article_draft_agent_id ON article_draft (agent_id);
CREATE INDEX ix_article_draft_article_id ON article_draft (article_id);
CREATE TABLE checklist (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    CONSTRAINT uq_checklist_category_id_article_id UNIQUE (category_id, article_id),
    CONSTRAINT fk_checklist_article_id FOREIGN KEY(article_id) REFERENCES article (id),
    CONSTRAINT fk_checklist_category_id FOREIGN KEY(category_id) REFERENCES category (id)
);
CREATE INDEX ix_checklist_article_id ON checklist (article_id);
CREATE TABLE step_tick (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    step TEXT NOT NULL,
    CONSTRAINT uq_step_tick_ticket_id_article_id_step UNIQUE (ticket_id, article_id, step),
    CONSTRAINT fk_step_tick_ticket_id FOREIGN KEY(ticket_id) REFERENCES ticket (id),
    CONSTRAINT fk_step_tick_article_id FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_step_tick_article_id ON step_tick (article_id);
