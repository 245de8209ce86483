#!/bin/sh
# Temporal's own tables, by its own tool: made on the first run, brought up to the image's version on every later one.
# The two databases are there already (deploy/postgres/roles.sql), so their role need not be allowed to create any.
set -eu

for database in temporal temporal_visibility; do
  schema=postgresql/v12/temporal
  [ "$database" = temporal ] || schema=postgresql/v12/visibility
  # Does nothing where a version is noted already.
  temporal-sql-tool --db "$database" setup-schema --version 0.0
  temporal-sql-tool --db "$database" update-schema --schema-name "$schema"
done
