using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>The scripts below 'deploy', with a program of this test in place of the worker.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private const string Begun = "begun";

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-deploy-").FullName;

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Repository.PathOf("deploy"), "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) != ".md").Select(path => Path.GetRelativePath(Repository.Root, path))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Scripts))]
    public async Task ScriptsAreBash(string script)
    {
        using var check = ToolProcess.Of(_folder, "bash", "-n", Repository.PathOf(script));

        Assert.Equal((0, ""), (await check.Ended(), check.Said.Trim()));
    }

    [Theory]
    [InlineData("pull")]
    [InlineData("drag", "node")]
    [InlineData("pull", "-oProxyCommand=true")]
    [InlineData("pull", "node", "--port")]
    [InlineData("pull", "node", "--port", "70000")]
    [InlineData("push", "node", "--broker", "x")]
    public async Task WhatCannotBeForwardedIsAUsageError(params string[] arguments)
    {
        using var forward = ToolProcess.Of(_folder, "bash", [Repository.PathOf("deploy/ssh/forward.sh"), .. arguments]);

        Assert.Equal(2, await forward.Ended());
        Assert.StartsWith("usage: forward.sh pull|push HOST", forward.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkerThatIsEndedByItsWorkIsStartedAgain()
    {
        using var job = Job("amqp://there", $"""
            echo "$*" >>{_folder}/{Begun}
            [[ $(wc -l <{_folder}/{Begun}) -gt 1 ]] || kill -SEGV $$
            trap 'exit 143' TERM
            echo at work >&2
            while :; do sleep 0.05; done
            """);

        await job.Says("the worker ended with code 139; starting another");
        await job.Says("at work");

        Assert.Equal(0, await job.End());
        Assert.Equal(["worker --class x", "worker --class x"], File.ReadLines(Path.Combine(_folder, Begun)));
    }

    [Theory]
    [InlineData("amqp://there", 2, "not this way")]
    [InlineData("", 2, "HPCVERIFY_QUEUE does not say where the broker is")]
    public async Task WhatAPersonHasToMendEndsTheJob(string queue, int code, string said)
    {
        using var job = Job(queue, $"echo not this way >&2; exit {code}");

        Assert.Equal(code, await job.Ended());
        Assert.Contains(said, job.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("starting another", job.Said, StringComparison.Ordinal);
    }

    private ToolProcess Job(string queue, string program)
    {
        var path = Executable.Write(_folder, "worker", program);
        return ToolProcess.Of(
            _folder, "env", $"HPCVERIFY={path}", "HPCVERIFY_RESTART_SECONDS=0", $"HPCVERIFY_QUEUE={queue}", "bash", Repository.PathOf("deploy/slurm/worker.sbatch"), "--class", "x");
    }
}
