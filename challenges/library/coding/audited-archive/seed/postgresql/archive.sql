create table accounts (
    id serial primary key,
    username text not null unique,
    name text not null,
    municipality text not null,
    role text not null check (role in ('clerk', 'archivist')),
    -- iterations:salt:hash of PBKDF2 with HMAC-SHA-256, the last two in hexadecimal
    password_hash text not null
);

create table sessions (
    token text primary key,
    account_id integer not null references accounts
);

create table documents (
    id serial primary key,
    municipality text not null,
    title text not null,
    year integer not null,
    note text not null,
    added_by integer not null references accounts
);

create table files (
    document_id integer not null references documents,
    name text not null,
    primary key (document_id, name)
);

insert into accounts (username, name, municipality, role, password_hash) values
    ('ada', 'Ada Quill', 'ambleford', 'archivist',
     '10000:6b1f0c7e59d24a83b0f6e1d29c7a4485:d2e598795d443c77e1a46c87ae194b742298dd3655bf0c66148e497f72a9bbf4'),
    ('bruno', 'Bruno Vellum', 'brindle', 'archivist',
     '10000:d2784e9a01c35fb6874de0235ba916f7:8946911e370df75bfe8b84e2338939c3ebcfa4799a6ae982b338488d986d132e');

insert into documents (municipality, title, year, note, added_by) values
    ('ambleford', 'Minutes of the flood committee', 1974, 'Adjourned when the table floated.', 1),
    ('ambleford', 'Plan of the dry cellar', 1974, 'There is one.', 1),
    ('brindle', 'What is owed to the mayor', 1961, 'Poultry, mostly.', 2);
