using System.Diagnostics;
using HpcVerify.TestKit;

namespace HpcVerify.Server.Tests;

/// <summary>The Python clients' own tests, against a served instance.</summary>
public sealed class PythonClientTests
{
    [Fact]
    public async Task EveryTrainersFunctionWorksWithTheService()
    {
        await using var service = await Service.Start();
        var start = new ProcessStartInfo("python3", ["-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."])
        {
            WorkingDirectory = Repository.PathOf("clients/python"),
            RedirectStandardError = true,
        };
        start.Environment["HPCVERIFY_URL"] = service.Address.ToString();
        start.Environment["HPCVERIFY_TOKEN"] = Service.Token;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said);
        Assert.Matches(@"Ran 1[0-9] tests|Ran [2-9][0-9] tests", said);
        Assert.DoesNotContain("skipped", said, StringComparison.Ordinal);
    }
}
