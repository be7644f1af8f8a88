package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the go environment promises, with the limits that a submission has. */
class GoEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);

    private static final String HANDLERS = """
            func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }
            func sum(w http.ResponseWriter, r *http.Request) {
            	fmt.Fprint(w, number(r, "a")+number(r, "b"))
            }
            func number(r *http.Request, name string) int {
            	n, _ := strconv.Atoi(r.URL.Query().Get(name))
            	return n
            }
            func address() string { return "127.0.0.1:" + os.Getenv("PORT") }
            """;

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesWithTheStandardLibrary() {
        assertAccepted(judge(Map.of("main.go", """
                package main
                import ("fmt"; "net/http"; "os"; "strconv")
                func main() {
                	http.HandleFunc("GET /hello", hello)
                	http.HandleFunc("GET /sum", sum)
                	panic(http.ListenAndServe(address(), nil))
                }
                """ + HANDLERS)));
    }

    @Test
    void servesWithChiAndPackagesOfItsOwn() {
        assertAccepted(judge(
                Map.of("main.go", """
                package main
                import (
                	"net/http"
                	"app/internal/web"
                	"github.com/go-chi/chi/v5"
                	"github.com/go-chi/chi/v5/middleware"
                )
                func main() {
                	router := chi.NewRouter()
                	router.Use(middleware.Recoverer)
                	web.Register(router)
                	panic(http.ListenAndServe(web.Address(), router))
                }
                """, "internal/web/web.go", """
                package web
                import (_ "embed"; "fmt"; "net/http"; "os"; "strconv"; "github.com/go-chi/chi/v5")
                //go:embed greeting.txt
                var greeting string
                func Register(router chi.Router) {
                	router.Get("/{word:hel+o}", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(greeting)) })
                	router.Get("/sum", sum)
                }
                func Address() string { return address() }
                """ + HANDLERS, "internal/web/greeting.txt", "hello")));
    }

    @Test
    void takesTheModulesNameFromItsGoMod() {
        assertAccepted(judge(Map.of(
                "go.mod",
                """
                module example.com/sums // ours

                go 1.23

                toolchain go1.99.0

                require (
                	github.com/gorilla/mux v1.7.0
                	github.com/nobody/nothing v1.2.3
                )
                """,
                "go.sum",
                "",
                "main.go",
                """
                package main
                import ("fmt"; "net/http"; "os"; "strconv"; "example.com/sums/routes"; "github.com/gorilla/mux")
                func main() {
                	router := mux.NewRouter()
                	router.HandleFunc(routes.Hello, hello)
                	router.HandleFunc(routes.Sum, sum)
                	panic(http.ListenAndServe(address(), router))
                }
                """ + HANDLERS,
                "routes/routes.go",
                "package routes\nconst (Hello = \"/hello\"; Sum = \"/sum\")\n",
                "main_test.go",
                "package main\nfunc compiles() { not() }\n")));
    }

    @Test
    void findsEveryLibrary() {
        assertAccepted(judge(Map.of("main.go", """
                package main
                import (
                	"fmt"; "net/http"; "os"; "strconv"
                	"github.com/gin-gonic/gin"
                	_ "github.com/go-chi/chi/v5/middleware"
                	"github.com/golang-jwt/jwt/v5"
                	_ "github.com/gomodule/redigo/redis"
                	"github.com/google/uuid"
                	_ "github.com/gorilla/mux"
                	"github.com/jackc/pgerrcode"
                	_ "github.com/jackc/pgx/v4/pgxpool"
                	_ "github.com/jackc/pgx/v4/stdlib"
                	_ "github.com/jmoiron/sqlx"
                	_ "github.com/lib/pq"
                	_ "github.com/rabbitmq/amqp091-go"
                	_ "golang.org/x/crypto/argon2"
                	"golang.org/x/crypto/bcrypt"
                	"golang.org/x/sync/errgroup"
                	_ "golang.org/x/sync/semaphore"
                	_ "golang.org/x/sync/singleflight"
                	_ "golang.org/x/time/rate"
                )
                func main() {
                	group := errgroup.Group{}
                	group.Go(func() error {
                		hash, _ := bcrypt.GenerateFromPassword([]byte("secret"), bcrypt.MinCost)
                		return bcrypt.CompareHashAndPassword(hash, []byte("secret"))
                	})
                	group.Go(func() error {
                		text, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": uuid.NewString()}).SignedString([]byte("key"))
                		_, err := jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte("key"), nil })
                		return err
                	})
                	if err := group.Wait(); err != nil || pgerrcode.UniqueViolation != "23505" { panic(err) }
                	router := gin.New()
                	router.GET("/hello", gin.WrapF(hello))
                	router.GET("/sum", gin.WrapF(sum))
                	panic(router.Run(address()))
                }
                """ + HANDLERS)));
    }

    @Test
    void reachesItsDependencies() {
        Challenge challenge = Sums.challenge(
                LIMITS,
                Sums.exam(),
                Map.of("basics", 1, "sums", 3),
                List.of(
                        new Dependency("postgresql", SourceFiles.of(Map.of("t.sql", "create table t (n int);"))),
                        new Dependency("redis", SourceFiles.of(Map.of())),
                        new Dependency("rabbitmq", SourceFiles.of(Map.of()))));

        Judgement judgement = engine.judge(challenge, "go", Map.of("main.go", """
                package main
                import (
                	"context"; "database/sql"; "fmt"; "net/http"; "os"; "strconv"
                	"github.com/gomodule/redigo/redis"
                	"github.com/jackc/pgx/v4/pgxpool"
                	_ "github.com/lib/pq"
                	amqp "github.com/rabbitmq/amqp091-go"
                )
                func must[T any](value T, err error) T { if err != nil { panic(err) }; return value }
                func main() {
                	ctx := context.Background()
                	pool := must(pgxpool.Connect(ctx, os.Getenv("DATABASE_URL")))
                	must(pool.Exec(ctx, "insert into t values (1)"))
                	var rows int
                	db := must(sql.Open("postgres", os.Getenv("DATABASE_URL")+"?sslmode=disable"))
                	if err := db.QueryRow("select count(*) from t").Scan(&rows); err != nil { panic(err) }
                	fmt.Println("rows", rows)
                	cache := must(redis.DialURL(os.Getenv("REDIS_URL")))
                	must(cache.Do("SET", "word", "kept"))
                	fmt.Println("word", must(redis.String(cache.Do("GET", "word"))))
                	channel := must(must(amqp.Dial(os.Getenv("AMQP_URL"))).Channel())
                	queue := must(channel.QueueDeclare("", false, true, false, false, nil))
                	if err := channel.Publish("", queue.Name, false, false, amqp.Publishing{Body: []byte("sent")}); err != nil { panic(err) }
                	fmt.Println("mail", string((<-must(channel.Consume(queue.Name, "", true, false, false, false, nil))).Body))
                	http.HandleFunc("GET /hello", hello)
                	http.HandleFunc("GET /sum", sum)
                	panic(http.ListenAndServe(address(), nil))
                }
                """ + HANDLERS), Scope.VISIBLE);

        assertAccepted(judgement);
        assertThat(judgement.serviceLog()).contains("rows 1", "word kept", "mail sent");
    }

    @Test
    void tellsWhatTheCompilerSays() {
        Judgement wrong = judge(Map.of("main.go", """
                package main

                import "app/store"

                func main() { store.Open() }
                """, "store/store.go", """
                package store

                func Open() int { return "many" }
                """));
        assertThat(wrong.verdict()).as(wrong.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(wrong.buildLog()).contains("store/store.go:3:26: cannot use \"many\"");

        Judgement missing = judge(Map.of("main.go", """
                package main

                import _ "github.com/nobody/nothing"

                func main() {}
                """));
        assertThat(missing.verdict()).as(missing.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(missing.buildLog())
                .contains("main.go:3:8: cannot find module providing package github.com/nobody/nothing");

        Judgement newer = judge(Map.of("go.mod", "module app\ngo 1.99\n", "main.go", "package main\nfunc main() {}\n"));
        assertThat(newer.verdict()).as(newer.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(newer.buildLog()).contains("go.mod requires go >= 1.99");
    }

    private static void assertAccepted(Judgement judgement) {
        assertThat(judgement.verdict())
                .as("%s%n%s%n%s", judgement, judgement.buildLog(), judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files) {
        return engine.judge(Sums.challenge(LIMITS), "go", files, Scope.ALL);
    }
}
