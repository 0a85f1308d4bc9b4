using System.CommandLine;
using HpcVerify.Trainer.Search;
using HpcVerify.Trainer.Search.Http;
using HpcVerify.Trainer.Search.Policies;

namespace HpcVerify.Cli.Commands;

/// <summary><c>--policy</c>: who writes the kernels of a search.</summary>
internal sealed class PolicySelection
{
    private const string Scripted = "scripted:";
    private const int MostTokens = 1 << 20;
    private const long NoLimit = 0;

    private readonly Option<string> _policy = new("--policy") { Description = "who writes kernels: the URL of an OpenAI-compatible endpoint, or 'scripted:FOLDER' for files that are drawn at random", Required = true };
    private readonly Option<string?> _model = new("--model") { Description = "the model, as the endpoint calls it" };
    private readonly Option<string> _key = new("--api-key-variable") { Description = "the environment variable with the endpoint's key; none is sent where it is not set", DefaultValueFactory = _ => "OPENAI_API_KEY" };
    private readonly Option<int> _tokens = Inputs.Number("--max-tokens", "tokens of one answer, at most", 4096, 1, MostTokens);
    private readonly Option<double> _temperature = Inputs.Number("--temperature", "1 samples from the model's own distribution", 1.0, 0, 10);
    private readonly Option<double> _topP = Inputs.Number("--top-p", "the part of the distribution that is sampled from", 1.0, 0.001, 1);
    private readonly Option<bool> _logProbabilities = new("--no-logprobs") { Description = "do not ask for the log-probabilities of tokens" };
    private readonly Option<long> _requestBudget = Inputs.Number("--request-budget", "requests in all, at most; 0 for no limit", NoLimit, NoLimit, long.MaxValue);
    private readonly Option<long> _tokenBudget = Inputs.Number("--token-budget", "tokens of answers in all, after which nothing is asked; 0 for no limit", NoLimit, NoLimit, long.MaxValue);
    private readonly Option<int> _timeout = Inputs.Number("--policy-timeout", "seconds that one request may take", (int)RetryPlan.Usual.Timeout.TotalSeconds, 1, 24 * 3600);

    private readonly Option<int> _attempts = Inputs.Number("--attempts", "how often a request is made that is answered with 429 or 5xx, or not at all", RetryPlan.Usual.Attempts, 1, 100);

    public IEnumerable<Option> All => [_policy, _model, _key, _tokens, _temperature, _topP, _logProbabilities, _requestBudget, _tokenBudget, _timeout, _attempts];

    /// <summary>The policy, or the sentence that says why there is none.</summary>
    /// <param name="client">Asks endpoints; its own limit on time is none.</param>
    public (IPolicy? Policy, string? Problem) Open(ParseResult result, HttpClient client)
    {
        var policy = result.GetValue(_policy)!;
        if (policy.StartsWith(Scripted, StringComparison.Ordinal))
        {
            return ScriptedPolicy.Read(policy[Scripted.Length..]);
        }

        if (!Uri.TryCreate(policy, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return (null, $"--policy is a URL, or 'scripted:FOLDER', and not '{policy}'");
        }

        if (url.UserInfo.Length > 0)
        {
            return (null, $"--policy holds a name or a key; a key belongs into an environment variable ('{result.GetValue(_key)}', or another with --api-key-variable)");
        }

        if (result.GetValue(_model) is not { } model)
        {
            return (null, "an endpoint is asked for a model (name it with --model)");
        }

        var key = Environment.GetEnvironmentVariable(result.GetValue(_key)!) is { Length: > 0 } given ? given : null;
        var options = new RemoteOptions(
            model, result.GetValue(_tokens), result.GetValue(_temperature), result.GetValue(_topP), !result.GetValue(_logProbabilities), result.GetValue(_requestBudget), result.GetValue(_tokenBudget));
        return (new RemotePolicy(client, url, key, options, RetryPlan.Usual with { Timeout = TimeSpan.FromSeconds(result.GetValue(_timeout)), Attempts = result.GetValue(_attempts) }, TimeProvider.System), null);
    }
}
