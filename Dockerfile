FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY prompts prompts
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.11-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels counterclause \
    && useradd --create-home --uid 10001 counterclause \
    && install --directory --owner counterclause --mode 700 /data
USER counterclause
ENV COUNTERCLAUSE_DATA_DIR=/data PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
# Others can reach it, so it starts only with a key: docker run -e COUNTERCLAUSE_API_KEY=... -p 8000:8000 counterclause
CMD ["counterclause", "serve", "--host", "0.0.0.0"]
