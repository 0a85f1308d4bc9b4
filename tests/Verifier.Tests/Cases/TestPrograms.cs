using System.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Cases;
using HpcVerify.Verifier.Replay;
using HpcVerify.Verifier.Tests.Bounded;

namespace HpcVerify.Verifier.Tests.Cases;

/// <summary>Suites for kernels, and their programs built and run as a person would.</summary>
internal static class TestPrograms
{
    private const int PatienceInMilliseconds = 120_000;

    private static readonly BoundedOptions Few = BoundedOptions.Default with
    {
        Sizes = SizePlanOptions.Default with { Edge = 4, MaximumCube = 150, Budget = 600_000, LeastSizes = 1 },
        TotalSteps = 300_000,
    };

    public static TestSuite SuiteOf(string task, SourceText kernel)
    {
        var request = CorpusVerification.RequestOf(task, kernel)!;
        return CaseGenerator.Generate(request, BoundedVerification.Verify(request, Few, CancellationToken.None), CaseOptions.Usual(1) with { MostWork = 0.1 });
    }

    /// <summary>The program's exit code and what it says.</summary>
    public static (int Code, string Output) Run(TestSuite suite, SourceText kernel)
    {
        var folder = Directory.CreateTempSubdirectory("hpcverify-cases-").FullName;
        try
        {
            var build = ReplayBuild.Value("gcc");
            File.WriteAllText(Path.Combine(folder, "tests.c"), TestProgram.Write(suite, kernel, "tests.c", [build.CommandFor("tests.c")]));
            var (code, complaint) = Start("gcc", [.. build.Flags, "-o", "tests", "tests.c", "-lm"], folder);
            return code == 0 ? Start(Path.Combine(folder, "tests"), [], folder) : (-1, complaint);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Code, string Output) Start(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(PatienceInMilliseconds), "the program does not end");
        return (process.ExitCode, output.Result + errors.Result);
    }
}
