package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Limits;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the python environment promises, with the limits that a submission has. */
class PythonEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesWithFastApi() {
        accepts(Map.of("main.py", """
                import os
                import uvicorn
                from fastapi import FastAPI
                from fastapi.responses import PlainTextResponse
                app = FastAPI(default_response_class=PlainTextResponse)
                @app.get("/hello")
                async def hello(): return "hello"
                @app.get("/sum")
                def sum_of(a: int, b: int): return str(a + b)
                if __name__ == "__main__":
                    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]))
                """));
    }

    @Test
    void servesWithFlask() {
        accepts(Map.of("app.py", """
                from flask import Flask, request
                app = Flask(__name__)
                @app.get("/hello")
                def hello(): return "hello"
                @app.get("/sum")
                def sum_of(): return str(request.args.get("a", type=int) + request.args.get("b", type=int))
                """, "main.py", """
                import os
                from waitress import serve
                from app import app
                serve(app, host="127.0.0.1", port=int(os.environ["PORT"]))
                """));
    }

    @Test
    void servesWithDjangoUnderGunicorn() {
        accepts(Map.of("settings.py", """
                ROOT_URLCONF = "urls"
                ALLOWED_HOSTS = ["*"]
                SECRET_KEY = "a key"
                USE_TZ = True
                """, "urls.py", """
                from django.http import HttpResponse
                from django.urls import path
                def hello(request): return HttpResponse("hello")
                def sum_of(request): return HttpResponse(str(int(request.GET["a"]) + int(request.GET["b"])))
                urlpatterns = [path("hello", hello), path("sum", sum_of)]
                """, "wsgi.py", """
                import os
                from django.core.wsgi import get_wsgi_application
                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
                application = get_wsgi_application()
                """, "main.py", """
                import os
                os.execvp("gunicorn", ["gunicorn", "--bind", "127.0.0.1:" + os.environ["PORT"], "wsgi:application"])
                """));
    }

    /** Uses what has native code, and demands compiled bytecode, without which each start would compile the libraries anew. */
    @Test
    void importsEveryLibrary() {
        accepts(Map.of("main.py", """
                import importlib, os, sys
                for name in '''aio_pika argon2 asyncpg bcrypt django fastapi flask graphql gunicorn httpx jwt pika psycopg psycopg_pool
                        pydantic python_multipart redis redis.asyncio requests sqlalchemy sqlalchemy.ext.asyncio
                        sqlalchemy.dialects.postgresql.psycopg uvicorn uvloop waitress zoneinfo'''.split():
                    importlib.import_module(name)
                uncompiled = [module.__file__ for module in list(sys.modules.values())
                              if getattr(module, "__cached__", None) and module.__file__.startswith("/usr/lib/python3/")
                              and not os.path.exists(module.__cached__)]
                assert not uncompiled, uncompiled

                import argon2, bcrypt, graphql, jwt, psycopg, sqlalchemy, zoneinfo
                assert psycopg.pq.__impl__ == "c", psycopg.pq.__impl__
                assert bcrypt.checkpw(b"secret", bcrypt.hashpw(b"secret", bcrypt.gensalt(4)))
                assert argon2.PasswordHasher(memory_cost=1024).hash("secret").startswith("$argon2id$")
                token = jwt.encode({"sub": "42"}, "a key of thirty-two bytes or more", algorithm="HS256")
                assert jwt.decode(token, "a key of thirty-two bytes or more", algorithms=["HS256"]) == {"sub": "42"}
                answers = graphql.build_schema("type Query { answer: Int }")
                assert graphql.graphql_sync(answers, "{ answer }", {"answer": 42}).data == {"answer": 42}
                with sqlalchemy.create_engine("sqlite://").connect() as connection:
                    assert connection.scalar(sqlalchemy.text("select 42")) == 42
                zoneinfo.ZoneInfo("Europe/Berlin")
                """ + Sums.PYTHON));
    }

    @Test
    void findsASyntaxErrorInEveryFile() {
        Judgement judgement = judge(Map.of("main.py", Sums.PYTHON, "deeper/broken.py", "x = 1\ndef f(:\n"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("deeper/broken.py", "line 2");
    }

    private static void accepts(Map<String, String> files) {
        Judgement judgement = judge(files);
        assertThat(judgement.verdict())
                .as("%s%n%s", judgement, judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files) {
        return engine.judge(Sums.challenge(LIMITS), "python", files, Scope.ALL);
    }
}
