using HpcVerify.Cli.Reports;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests;

/// <summary><c>score --receipt</c> and <c>receipt</c>, as a process of its own with a key of its own.</summary>
public sealed class ReceiptCommandTests : IDisposable
{
    private static readonly string Right = Repository.PathOf("corpus/axpy/accept/scalar.c");
    private static readonly string Wrong = Repository.PathOf("corpus/axpy/reject/calls_cblas_daxpy.c");

    private readonly string _folder = Directory.CreateTempSubdirectory("hpcverify-receipt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AReceiptIsGenuineUntilItIsChanged()
    {
        var written = Run($"$TOOL score --profile verified --receipt r.json {Right} {Wrong}");
        var genuine = Run("$TOOL receipt verify r.json");
        var again = Run($"$TOOL receipt verify r.json --kernel {Right}");
        var another = Run($"cp {Repository.PathOf("corpus/axpy/accept/unrolled_by_eight.c")} k.c; $TOOL receipt verify r.json --kernel k.c");
        var tampered = Run("sed -i 's/\"seed\": 1/\"seed\": 2/' r.json; $TOOL receipt verify r.json");

        Assert.Equal(1, written.Code);
        Assert.Equal(0, genuine.Code);
        Assert.Contains("genuine; its evidence is worth what it says", genuine.Output, StringComparison.Ordinal);
        Assert.Contains("library, reward -100 as 'axpy' under 'verified'", genuine.Output, StringComparison.Ordinal);
        Assert.Equal((0, true), (again.Code, again.Output.Contains("verified again, with the same outcome", StringComparison.Ordinal)));
        Assert.Equal((1, true), (another.Code, another.Output.Contains("'k.c' is none of the submissions of this receipt", StringComparison.Ordinal)));
        Assert.Equal((1, true), (tampered.Code, tampered.Output.Contains("rejected: it is not what was signed", StringComparison.Ordinal)));
    }

    [Fact]
    public void SomebodyElseNeedsThePublicKey()
    {
        Run($"$TOOL score --receipt r.json {Wrong}");
        var exported = Run("$TOOL receipt key >public.pem; stat -c %a key; HPCVERIFY_KEY=$PWD/other $TOOL receipt verify r.json --public-key public.pem");
        var stranger = Run("HPCVERIFY_KEY=$PWD/other $TOOL receipt verify r.json");

        Assert.Equal((0, true), (exported.Code, exported.Output.StartsWith("600\n", StringComparison.Ordinal)));
        Assert.Equal((1, true), (stranger.Code, stranger.Output.Contains("another key has signed it", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("$TOOL receipt verify absent.json", ExitCode.NotAnalysable, "no such file")]
    [InlineData("echo {} >e.json; $TOOL receipt verify e.json", ExitCode.NotAnalysable, "it has no 'key'")]
    [InlineData("echo x >bad.pem; $TOOL receipt verify x --public-key bad.pem", ExitCode.Usage, "holds no key as PEM")]
    [InlineData("echo x >key; chmod 644 key; $TOOL receipt key", ExitCode.Usage, "can be read or written by others (chmod 600")]
    [InlineData("echo x >key; chmod 600 key; $TOOL receipt key", ExitCode.Usage, "holds no key")]
    [InlineData("HPCVERIFY_KEY=/proc/none/key $TOOL receipt key", ExitCode.Usage, "HPCVERIFY_KEY")]
    public void WhatIsWrongIsSaid(string line, ExitCode code, string said)
    {
        var answer = Run(line);

        Assert.Equal(((int)code, true), (answer.Code, answer.Output.Contains(said, StringComparison.Ordinal)));
    }

    private (int Code, string Output) Run(string line)
    {
        var start = new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", $"cd {_folder}; {line}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLine).Assembly.Location}";
        start.Environment["HPCVERIFY_KEY"] = start.Environment.TryGetValue("HPCVERIFY_KEY", out var given) && given is not null ? given : Path.Combine(_folder, "key");
        start.Environment["HPCVERIFY_CORPUS"] = Repository.PathOf("corpus");
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
