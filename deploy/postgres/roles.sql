-- Run once by the postgres image, on an empty volume, as the superuser: two roles that own their databases and nothing else.
\getenv huiyin_password HUIYIN_DB_PASSWORD
\getenv temporal_password TEMPORAL_DB_PASSWORD

create role huiyin login password :'huiyin_password';
create role temporal login password :'temporal_password';

create database huiyin owner huiyin;
create database temporal owner temporal;
create database temporal_visibility owner temporal;

revoke all on database huiyin, temporal, temporal_visibility from public;
