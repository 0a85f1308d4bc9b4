using System.Text;
using System.Text.Json.Serialization;
using HpcVerify.Verifier.Native;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HpcVerify.Server.Routes;

/// <summary>What clients of SandboxFusion send (<c>sandbox/server/sandbox_api.py</c>).</summary>
/// <param name="CompileTimeout">Seconds.</param>
/// <param name="RunTimeout">Seconds.</param>
/// <param name="MemoryLimitMb">Below 0: as much as any kernel.</param>
public sealed record RunCodeBody(
    string Code, string Language, double CompileTimeout = 10, double RunTimeout = 10, [property: JsonPropertyName("memory_limit_MB")] double MemoryLimitMb = -1, string? Stdin = null,
    IReadOnlyDictionary<string, string?>? Files = null, IReadOnlyList<string>? FetchFiles = null);

/// <summary>What they want back, with HTTP 200 whatever the program did.</summary>
public sealed record RunCodeReply(
    string Status, string Message, RunCodeStep? CompileResult, RunCodeStep? RunResult, string? ExecutorPodName, IReadOnlyDictionary<string, string> Files);

/// <summary>One step: <c>Finished</c>, <c>Error</c> or <c>TimeLimitExceeded</c>.</summary>
public sealed record RunCodeStep(string Status, double? ExecutionTime, int? ReturnCode, string? Stdout, string? Stderr);

/// <summary><c>POST /run_code</c>: a C or C++ program, built and run in the sandbox. It says nothing about a reward.</summary>
internal sealed class SandboxFusionRoute(ProgramRunner runner)
{
    private const int Mebibyte = 1 << 20;

    /// <summary>As many as there are cores: others wait their turn.</summary>
    private readonly TaskScheduler _turns = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount).ConcurrentScheduler;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/run_code", (Delegate)Answer)
        .Reads<RunCodeBody>().Produces<RunCodeReply>()
        .WithSummary("SandboxFusion: build and run a C or C++ program");

    private async Task<IResult> Answer(HttpContext context)
    {
        var (body, problem) = await RequestBody.Read<RunCodeBody>(context, ServerJson.Lenient);
        if (body is null)
        {
            return problem!.ToResult();
        }

        if (Objection(body) is { } objection)
        {
            return Problem.BadRequest(objection).ToResult();
        }

        var request = new ProgramRequest(
            body.Code, body.Language == "cpp", Encoding.UTF8.GetBytes(body.Stdin ?? ""), TimeSpan.FromSeconds(body.CompileTimeout), TimeSpan.FromSeconds(body.RunTimeout),
            body.MemoryLimitMb > 0 ? (long)(body.MemoryLimitMb * Mebibyte) : null);
        var result = await Task.Factory.StartNew(() => runner.Run(request, context.RequestAborted), context.RequestAborted, TaskCreationOptions.None, _turns);
        return Results.Json(Reply(result), ServerJson.Lenient);
    }

    private static string? Objection(RunCodeBody body) =>
        body.Language is not ("c" or "cpp") ? $"'language' is 'c' or 'cpp', and not '{body.Language}'"
        : !(body.CompileTimeout is > 0 and <= 300 && body.RunTimeout is > 0 and <= 300) ? "'compile_timeout' and 'run_timeout' are seconds above 0, and at most 300"
        : !double.IsFinite(body.MemoryLimitMb) ? "'memory_limit_MB' is a number"
        : body.Files is { Count: > 0 } || body.FetchFiles is { Count: > 0 } ? "'files' and 'fetch_files' are not to be had: a program has its standard streams and nothing else"
        : null;

    /// <summary>An error of ours is an error of the sandbox; a program that fails or takes too long has failed; all else is a success.</summary>
    private static RunCodeReply Reply(ProgramResult result)
    {
        var steps = new[] { result.Compile, result.Run }.OfType<ProgramStep>().ToList();
        var status = steps.Any(step => step.State == ProgramState.Error) ? "SandboxError"
            : steps.Any(step => step.State == ProgramState.TimedOut || step.ReturnCode != 0) ? "Failed"
            : "Success";
        return new(status, steps.Find(step => step.State == ProgramState.Error)?.Errors ?? "", Step(result.Compile), Step(result.Run), null, new Dictionary<string, string>());
    }

    private static RunCodeStep? Step(ProgramStep? step) => step is null ? null : new(
        step.State switch { ProgramState.Finished => "Finished", ProgramState.TimedOut => "TimeLimitExceeded", _ => "Error" },
        step.Elapsed.TotalSeconds, step.ReturnCode, step.Output, step.Errors);
}
