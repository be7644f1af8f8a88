package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Limits;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the node environment promises, with the limits that a submission has. */
class NodeEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);
    private static final String MODULES = "{\"type\": \"module\"}";

    private static final String USE = """
            assert(new Ajv().validate({ type: 'integer' }, 1));
            assert(typeof amqp.connect === 'function');
            assert(bcrypt.compareSync('secret', bcrypt.hashSync('secret', 4)));
            assert(typeof express.json === 'function');
            assert(fastify().hasRoute({ method: 'GET', url: '/' }) === false);
            assert(graphqlSync({ schema: buildSchema('type Query { a: Int }'), source: '{ a }', rootValue: { a: 1 } }).data.a === 1);
            assert(new Redis({ lazyConnect: true }).status === 'wait');
            assert(jwt.verify(jwt.sign({ id: 42 }, 'key'), 'key').id === 42);
            assert(new Pool().totalCount === 0);
            assert(redis.createClient().isOpen === false);
            assert(z.object({ id: z.number() }).safeParse({ id: 'x' }).success === false);
            """;

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesWithExpress() {
        accepts(Map.of("main.js", """
                const express = require('express');
                const app = express();
                app.get('/hello', (request, response) => response.send('hello'));
                app.get('/sum', ({ query }, response) => response.send(String(Number(query.a) + Number(query.b))));
                app.listen(Number(process.env.PORT), '127.0.0.1');
                """));
    }

    @Test
    void servesWithFastify() {
        accepts(Map.of("package.json", MODULES, "main.js", """
                import fastify from 'fastify';
                const app = fastify({ logger: true });
                const querystring = { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } } };
                app.get('/hello', async () => 'hello');
                app.get('/sum', { schema: { querystring } }, async ({ query }) => String(query.a + query.b));
                await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
                """));
    }

    @Test
    void findsEveryLibraryByRequire() {
        accepts(Map.of("main.js", """
                const assert = require('node:assert');
                const Ajv = require('ajv');
                const amqp = require('amqplib');
                const bcrypt = require('bcryptjs');
                const express = require('express');
                const fastify = require('fastify');
                const { buildSchema, graphqlSync } = require('graphql');
                const Redis = require('ioredis');
                const jwt = require('jsonwebtoken');
                const { Pool } = require('pg');
                const redis = require('redis');
                const { z } = require('zod');
                """ + USE + Sums.NODE));
    }

    @Test
    void findsEveryLibraryByImport() {
        accepts(Map.of(
                "package.json",
                MODULES,
                "main.js",
                """
                import assert from 'node:assert';
                import { createRequire } from 'node:module';
                import Ajv from 'ajv';
                import amqp from 'amqplib';
                import bcrypt from 'bcryptjs';
                import express from 'express';
                import fastify from 'fastify';
                import { buildSchema, graphqlSync } from 'graphql';
                import Redis from 'ioredis';
                import jwt from 'jsonwebtoken';
                import { Pool } from 'pg';
                import redis from 'redis';
                import { z } from 'zod';
                """ + USE + "createRequire(import.meta.url)('./server.cjs');",
                "server.cjs",
                Sums.NODE));
    }

    /** Each file has a kind that its ending, the package.json above it or its own syntax tells. */
    @Test
    void buildsEveryKindOfFile() {
        accepts(Map.of(
                "main.js",
                "#!/usr/bin/env node\nimport './modules/a.js';\nawait import('./b.cjs');\n",
                "b.cjs",
                "if (!globalThis.a) return;\n" + Sums.NODE,
                "modules/package.json",
                MODULES,
                "modules/a.js",
                "globalThis.a = await Promise.resolve(import.meta.url);\n",
                "node_modules/left-over/index.js",
                "not looked at"));
    }

    @Test
    void findsASyntaxErrorInEveryKindOfFile() {
        Judgement judgement = judge(Map.of(
                "main.js", "import express from 'express';\nconst = 1;\n",
                "common.js", "const express = require('express');\n\nfunction () {}\n",
                "modules/package.json", MODULES,
                "modules/strict.js", "with (1) {}\n",
                "modules/loose.cjs", "with (1) {}\n",
                "good.mjs", "await import('express');\n",
                "broken.mjs", "{\n",
                "settings/package.json", "{"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog())
                .contains(
                        "main.js:2\n",
                        "common.js:3\n",
                        "modules/strict.js:1\n",
                        "broken.mjs:2\n",
                        "settings/package.json: ")
                .doesNotContain("loose.cjs", "good.mjs", "check-syntax.js");
    }

    private static void accepts(Map<String, String> files) {
        Judgement judgement = judge(files);
        assertThat(judgement.verdict())
                .as("%s%n%s", judgement, judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files) {
        return engine.judge(Sums.challenge(LIMITS), "node", files, Scope.ALL);
    }
}
