using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Text;
using HpcVerify.Rewards.Scoring;

namespace HpcVerify.Cli.Commands;

/// <summary>Reads and analyses inputs without running them, each within a limited time.</summary>
internal sealed class Reader(FrontEnd frontEnd, CancellationToken cancellation)
{
    private readonly Deadline _deadline = new(BigStack.ReadingLimit, cancellation);

    /// <summary>Whoever writes to standard input may take as long as they like.</summary>
    private readonly Deadline _patience = new(Timeout.InfiniteTimeSpan, cancellation);

    public Analysis Analyse(string path, KernelTask task) => Analyse(path, task, StaticOptions.None);

    public Analysis Analyse(string path, KernelTask task, StaticOptions options)
    {
        var (report, findings) = Read(path, input => StaticAnalysis.Run(input.Path, input.Bytes.AsSpan(), task, frontEnd, options));
        return report is null
            ? new Analysis.Unread(SourceText.From(InputFile.NameOf(path), ""), findings)
            : new Analysis.Done(report);
    }

    /// <summary>What an analysis made of an input; nothing, and a finding, if the input could not be read or took too long.</summary>
    public Checked<T?> Read<T>(string path, Func<InputFile, T> analyse)
        where T : class
    {
        var (input, late) = (path == InputFile.StandardInput ? _patience : _deadline).Run(() => InputFile.Read(path, SourceLimits.LargestFileInBytes));
        return input is null ? new(null, late)
            : input.Problem is { } problem ? new(null, [problem])
            : _deadline.Run(() => analyse(input));
    }

    /// <summary>What an analysis made of a file that is C and nothing else; nothing, and findings, if it could not be read or took too long.</summary>
    /// <param name="limit">How long the analysis may take.</param>
    public Checked<T?> ReadCode<T>(string path, Deadline limit, Func<SourceText, T> analyse)
        where T : class
    {
        var (input, unread) = Read(path, input => input);
        if (input is null)
        {
            return new(null, unread);
        }

        var (made, late) = limit.Run(() =>
        {
            var (code, excesses) = SourceReader.ReadCode(input.Path, input.Bytes.AsSpan());
            return new Checked<T?>(code is null ? null : analyse(code), excesses);
        });
        return made ?? new(null, late);
    }
}
