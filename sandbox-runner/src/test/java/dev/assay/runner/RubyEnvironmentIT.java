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

/** What the ruby environment promises, with the limits that a submission has. */
class RubyEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);

    private static final String RACK = """
            run do |env|
              request = Rack::Request.new(env)
              body = request.path_info == '/hello' ? 'hello' : request.params.values_at('a', 'b').sum(&:to_i).to_s
              [200, { 'content-type' => 'text/plain' }, [body]]
            end
            """;

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesARackApplication() {
        accepts(Map.of("config.ru", RACK));
    }

    @Test
    void servesWithSinatraInItsShortForm() {
        accepts(Map.of("main.rb", """
                require 'sinatra'
                get('/hello') { 'hello' }
                get('/sum') { (params['a'].to_i + params['b'].to_i).to_s }
                """));
    }

    @Test
    void servesWithSinatraUnderPuma() {
        accepts(Map.of("app.rb", """
                require 'sinatra/base'
                class App < Sinatra::Base
                  get('/hello') { 'hello' }
                  get('/sum') { (params['a'].to_i + params['b'].to_i).to_s }
                end
                """, "config.ru", """
                require_relative 'app'
                run App
                """));
    }

    @Test
    void servesARailsApplicationOfOneFile() {
        accepts(Map.of("config.ru", """
                require 'action_controller/railtie'
                class App < Rails::Application
                  config.eager_load = true
                  config.api_only = true
                  routes.append do
                    get '/hello', to: 'sums#hello'
                    get '/sum', to: 'sums#sum'
                  end
                end
                class SumsController < ActionController::API
                  def hello = render(plain: 'hello')
                  def sum = render(plain: params.values_at(:a, :b).sum(&:to_i).to_s)
                end
                App.initialize!
                run App
                """));
    }

    @Test
    void loadsEveryLibrary() {
        accepts(Map.of("config.ru", """
                %w[active_job active_model active_record action_controller/railtie amq/protocol bcrypt bunny connection_pool graphql jwt oj pg
                   puma rack redis sequel sinatra/base sinatra/json sqlite3].each { |library| require library }

                def same(found, expected) = found == expected || raise("#{found.inspect} is not #{expected.inspect}")
                same BCrypt::Password.create('secret', cost: 4) == 'secret', true
                same JWT.decode(JWT.encode({ sub: '42' }, 'key'), 'key', true, algorithm: 'HS256').first, { 'sub' => '42' }
                answers = GraphQL::Schema.from_definition('type Query { answer: Int }')
                same answers.execute('{ answer }', root_value: Struct.new(:answer).new(42)).to_h, { 'data' => { 'answer' => 42 } }
                same Oj.load('{"answer": 42}')['answer'], 42
                same Sequel.sqlite.get(Sequel[40] + 2), 42
                same Bunny.new('amqp://app:app@127.0.0.1:5672').status, :not_connected
                same Redis.new(url: 'redis://127.0.0.1:6379').connected?, nil
                same PG.library_version / 10_000, 17

                ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: ':memory:')
                ActiveRecord::Schema.verbose = false
                ActiveRecord::Schema.define { create_table(:links) { |t| t.string :code, index: { unique: true } } }
                class Link < ActiveRecord::Base
                  validates :code, presence: true
                end
                same [Link.create!(code: 'abc').id, Link.new.invalid?], [1, true]
                """ + RACK));
    }

    @Test
    void findsASyntaxErrorInEveryFile() {
        Judgement judgement = judge(Map.of("config.ru", RACK, "lib/broken.rb", "x = 1\ndef f(\n"), Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("lib/broken.rb:");
    }

    @Test
    void saysWhatMustBeThere() {
        Judgement judgement = judge(Map.of("app.rb", "puts 1"), Scope.ALL);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog()).contains("There is no config.ru or main.rb");
    }

    @Test
    void tellsWhatBrokeInTheLogOnly() {
        Judgement judgement = judge(Map.of("config.ru", "run { |env| raise 'the inside' }\n"), Scope.VISIBLE);

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.REJECTED);
        assertThat(judgement.serviceLog()).contains("the inside");
        assertThat(judgement.tests())
                .singleElement()
                .extracting(TestResult::message)
                .asString()
                .contains("500")
                .doesNotContain("the inside");
    }

    @Test
    void carriesAllThatItIsGiven() {
        accepts(Transfers.challenge(), Map.of("config.ru", """
                run do |env|
                  path, _, query = env['REQUEST_URI'].partition('?')
                  body = case path
                         when '/length' then env['rack.input'].read.bytesize.to_s
                         when '/letters' then 'x' * query.delete_prefix('n=').to_i
                         else path
                         end
                  [200, { 'content-type' => 'text/plain' }, [body]]
                end
                """));
    }

    private static void accepts(Map<String, String> files) {
        accepts(Sums.challenge(LIMITS), files);
    }

    private static void accepts(Challenge challenge, Map<String, String> files) {
        Judgement judgement = engine.judge(challenge, "ruby", files, Scope.ALL);
        assertThat(judgement.verdict())
                .as("%s%n%s", judgement, judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files, Scope scope) {
        return engine.judge(Sums.challenge(LIMITS), "ruby", files, scope);
    }
}
