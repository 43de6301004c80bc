# Presscheck without a build step: the packages, the sources and the stories that come with it.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script: what is native comes built.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json package-lock.json tsconfig.json ./
COPY bin bin
COPY commands commands
COPY src src
COPY corpus corpus
RUN install --directory --owner=node --group=node --mode=700 /data
# tsx would keep what it compiles in /tmp, which is gone with the container.
ENV NODE_ENV=production DATA_DIR=/data METRICS_PORT=9464 TSX_DISABLE_CACHE=1
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=10s --start-period=5m --retries=3 \
	CMD ["node", "--eval", "fetch('http://127.0.0.1:' + process.env.METRICS_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm, which would be one more process.
CMD ["node", "--import", "tsx", "src/main.ts"]
