package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Limits;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import dev.assay.runner.judging.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the php environment promises, with the limits that a submission has. */
class PhpEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);

    private static final String PLAIN = """
            $path = strtok($_SERVER['REQUEST_URI'], '?');
            header('Content-Type: text/plain');
            echo $path === '/hello' ? 'hello' : (int) $_GET['a'] + (int) $_GET['b'];
            """;

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesPlainPhp() {
        accepts(Map.of("index.php", "<?php\n" + PLAIN));
    }

    @Test
    void servesFromThePublicFolder() {
        accepts(Map.of("public/index.php", "<?php\n" + PLAIN));
    }

    @Test
    void servesWithSymfonyComponents() {
        accepts(Map.of("src/Sums.php", """
                <?php
                namespace App;
                final class Sums {
                    public function __construct(private int $a) {}
                    public function with(int $b): int { return $this->a + $b; }
                }
                """, "index.php", """
                <?php
                use App\\Sums;
                use Symfony\\Component\\HttpFoundation\\{Request, Response};
                use Symfony\\Component\\Routing\\Matcher\\UrlMatcher;
                use Symfony\\Component\\Routing\\{RequestContext, Route, RouteCollection};
                require __DIR__ . '/vendor/autoload.php';
                $routes = new RouteCollection();
                $routes->add('hello', new Route('/hello', methods: ['GET']));
                $routes->add('sum', new Route('/sum', methods: ['GET']));
                $request = Request::createFromGlobals();
                $match = (new UrlMatcher($routes, (new RequestContext())->fromRequest($request)))->matchRequest($request);
                $text = match ($match['_route']) {
                    'hello' => 'hello',
                    'sum' => (string) (new Sums($request->query->getInt('a')))->with($request->query->getInt('b')),
                };
                (new Response($text))->send();
                """));
    }

    @Test
    void servesWithASymfonyKernel() {
        accepts(Map.of("index.php", """
                <?php
                use Symfony\\Bundle\\FrameworkBundle\\FrameworkBundle;
                use Symfony\\Bundle\\FrameworkBundle\\Kernel\\MicroKernelTrait;
                use Symfony\\Component\\DependencyInjection\\Loader\\Configurator\\ContainerConfigurator;
                use Symfony\\Component\\HttpFoundation\\{Request, Response};
                use Symfony\\Component\\HttpKernel\\Attribute\\MapQueryParameter;
                use Symfony\\Component\\HttpKernel\\Kernel as BaseKernel;
                use Symfony\\Component\\Routing\\Attribute\\Route;
                use Symfony\\Component\\Routing\\Loader\\Configurator\\RoutingConfigurator;
                require __DIR__ . '/vendor/autoload.php';
                final class Kernel extends BaseKernel {
                    use MicroKernelTrait;
                    public function registerBundles(): iterable { yield new FrameworkBundle(); }
                    protected function configureContainer(ContainerConfigurator $container): void {
                        $container->extension('framework', ['secret' => 'none', 'http_method_override' => false,
                            'handle_all_throwables' => true, 'php_errors' => ['log' => true]]);
                    }
                    protected function configureRoutes(RoutingConfigurator $routes): void { $routes->import(__FILE__, 'attribute'); }
                    #[Route('/hello')]
                    public function hello(): Response { return new Response('hello'); }
                    #[Route('/sum')]
                    public function sum(#[MapQueryParameter] int $a, #[MapQueryParameter] int $b): Response {
                        return new Response((string) ($a + $b));
                    }
                }
                $kernel = new Kernel('prod', false);
                $request = Request::createFromGlobals();
                $response = $kernel->handle($request);
                $response->send();
                $kernel->terminate($request, $response);
                """));
    }

    @Test
    void servesWithSlim() {
        accepts(Map.of("index.php", """
                <?php
                require __DIR__ . '/vendor/autoload.php';
                $app = new Slim\\App();
                $app->get('/hello', fn ($request, $response) => $response->write('hello'));
                $app->get('/sum', fn ($request, $response) => $response->write(
                    $request->getQueryParam('a') + $request->getQueryParam('b')));
                $app->run();
                """));
    }

    @Test
    void servesWithLaravel() {
        accepts(Map.of("index.php", """
                <?php
                use Illuminate\\Events\\Dispatcher;
                use Illuminate\\Foundation\\Application;
                use Illuminate\\Http\\Request;
                use Illuminate\\Routing\\Router;
                require __DIR__ . '/vendor/autoload.php';
                $app = new Application(__DIR__);
                $router = new Router(new Dispatcher($app), $app);
                $router->get('/hello', fn () => 'hello');
                $router->get('/sum', fn (Request $request) => (string) ($request->integer('a') + $request->integer('b')));
                $request = Request::capture();
                $app->instance('request', $request);
                $app->instance(Request::class, $request);
                $router->dispatch($request)->send();
                """));
    }

    /** Loads them and uses a little of each, before every answer. */
    @Test
    void loadsEveryLibrary() {
        accepts(Map.of("index.php", """
                <?php
                require __DIR__ . '/vendor/autoload.php';
                foreach (['amqp', 'apcu', 'bcmath', 'curl', 'dom', 'intl', 'mbstring', 'openssl', 'pdo_pgsql', 'pdo_sqlite', 'pgsql',
                          'redis', 'simplexml', 'sodium', 'sqlite3', 'Zend OPcache'] as $extension) {
                    extension_loaded($extension) || throw new Exception("There is no extension $extension.");
                }
                foreach ([
                    Doctrine\\DBAL\\DriverManager::class, Doctrine\\ORM\\EntityManager::class, FastRoute\\RouteCollector::class,
                    GuzzleHttp\\Client::class, Illuminate\\Database\\Capsule\\Manager::class, Illuminate\\Validation\\Factory::class,
                    Lcobucci\\JWT\\JwtFacade::class, Monolog\\Logger::class, Nyholm\\Psr7\\Factory\\Psr17Factory::class,
                    PhpAmqpLib\\Connection\\AMQPStreamConnection::class, Predis\\Client::class, Ramsey\\Uuid\\Uuid::class, Slim\\App::class,
                    Symfony\\Bundle\\SecurityBundle\\SecurityBundle::class, Symfony\\Component\\Cache\\Adapter\\ApcuAdapter::class,
                    Symfony\\Component\\Clock\\Clock::class, Symfony\\Component\\Console\\Application::class,
                    Symfony\\Component\\Dotenv\\Dotenv::class, Symfony\\Component\\EventDispatcher\\EventDispatcher::class,
                    Symfony\\Component\\ExpressionLanguage\\ExpressionLanguage::class, Symfony\\Component\\HttpClient\\HttpClient::class,
                    Symfony\\Component\\HttpKernel\\HttpKernel::class, Symfony\\Component\\Lock\\LockFactory::class,
                    Symfony\\Component\\Messenger\\MessageBus::class, Symfony\\Component\\Messenger\\Bridge\\Amqp\\Transport\\AmqpTransport::class,
                    Symfony\\Component\\Messenger\\Bridge\\Redis\\Transport\\RedisTransport::class,
                    Symfony\\Component\\PasswordHasher\\Hasher\\NativePasswordHasher::class,
                    Symfony\\Component\\RateLimiter\\RateLimiterFactory::class, Symfony\\Component\\Yaml\\Yaml::class,
                ] as $class) {
                    class_exists($class) || throw new Exception("There is no class $class.");
                }
                function same(mixed $found, mixed $expected): void {
                    $found === $expected || throw new Exception(var_export($found, true) . ' is not ' . var_export($expected, true));
                }
                function now() { return 'ours, because Laravel is not in use yet'; }

                $table = new Doctrine\\DBAL\\Schema\\Schema();
                $database = Doctrine\\DBAL\\DriverManager::getConnection(['driver' => 'pdo_sqlite', 'memory' => true]);
                same($database->fetchOne('SELECT 40 + 2'), 42);

                $capsule = new Illuminate\\Database\\Capsule\\Manager();
                $capsule->addConnection(['driver' => 'sqlite', 'database' => ':memory:']);
                same($capsule->getConnection()->selectOne('SELECT 40 + 2 AS answer')->answer, 42);
                same(collect([3, 1, 2])->sort()->values()->all(), [1, 2, 3]);
                same(now(), 'ours, because Laravel is not in use yet');

                $key = Lcobucci\\JWT\\Signer\\Key\\InMemory::plainText(str_repeat('k', 32));
                $jwt = new Lcobucci\\JWT\\JwtFacade();
                $token = $jwt->issue(new Lcobucci\\JWT\\Signer\\Hmac\\Sha256(), $key, fn ($builder) => $builder->relatedTo('42'));
                same($jwt->parse($token->toString(), new Lcobucci\\JWT\\Validation\\Constraint\\SignedWith(
                    new Lcobucci\\JWT\\Signer\\Hmac\\Sha256(), $key), new Lcobucci\\JWT\\Validation\\Constraint\\LooseValidAt(
                    new Symfony\\Component\\Clock\\NativeClock()))->claims()->get('sub'), '42');

                $cache = new Symfony\\Component\\Cache\\Adapter\\ApcuAdapter();
                same($cache->get('answer', fn () => 42), 42);
                final class Point { public function __construct(#[Symfony\\Component\\Validator\\Constraints\\Positive] public int $x) {} }
                $serializer = new Symfony\\Component\\Serializer\\Serializer(
                    [new Symfony\\Component\\Serializer\\Normalizer\\ObjectNormalizer()],
                    [new Symfony\\Component\\Serializer\\Encoder\\JsonEncoder()]);
                $point = $serializer->deserialize('{"x": -1}', Point::class, 'json');
                $validator = Symfony\\Component\\Validator\\Validation::createValidatorBuilder()->enableAttributeMapping()->getValidator();
                same(count($validator->validate($point)), 1);
                same((string) Symfony\\Component\\String\\u('short links')->camel(), 'shortLinks');
                same(strlen((string) Symfony\\Component\\Uid\\Uuid::v7()), 36);
                same(strlen(Ramsey\\Uuid\\v4()), 36);
                same(password_verify('secret', password_hash('secret', PASSWORD_ARGON2ID, ['memory_cost' => 1024])), true);
                same(FastRoute\\simpleDispatcher(fn ($routes) => $routes->get('/a', 'a'))->dispatch('GET', '/a')[1], 'a');
                """ + PLAIN));
    }

    @Test
    void findsASyntaxErrorInEveryFile() {
        Judgement judgement =
                judge(Map.of("index.php", "<?php\n" + PLAIN, "src/Broken.php", "<?php\n$x = 1;\nfunction f( {\n"));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("src/Broken.php", "line 3").doesNotContain("No syntax errors");
    }

    @Test
    void tellsWhatBrokeInTheLogOnly() {
        Judgement judgement = engine.judge(
                Sums.challenge(LIMITS),
                "php",
                Map.of("index.php", "<?php\nerror_log('a line');\nthrow new Exception('the inside');\n"),
                Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(judgement.serviceLog())
                .contains("a line\n")
                .containsOnlyOnce("the inside")
                .contains("index.php:3");
        assertThat(judgement.tests())
                .singleElement()
                .extracting(TestResult::message)
                .asString()
                .contains("500")
                .doesNotContain("the inside");
    }

    @Test
    void carriesAllThatItIsGiven() {
        accepts(Transfers.challenge(), Map.of("index.php", """
                <?php
                header('Content-Type: text/plain');
                $path = strtok($_SERVER['REQUEST_URI'], '?');
                echo match ($path) {
                    '/length' => strlen(file_get_contents('php://input')),
                    '/letters' => str_repeat('x', (int) $_GET['n']),
                    default => $path,
                };
                """));
    }

    private static void accepts(Map<String, String> files) {
        accepts(Sums.challenge(LIMITS), files);
    }

    private static void accepts(Challenge challenge, Map<String, String> files) {
        Judgement judgement = engine.judge(challenge, "php", files, Scope.ALL);
        assertThat(judgement.verdict())
                .as("%s%n%s", judgement, judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files) {
        return engine.judge(Sums.challenge(LIMITS), "php", files, Scope.ALL);
    }
}
