using System.Collections.Immutable;
using System.Globalization;

namespace HpcVerify.Verifier.Native;

/// <summary>
/// What of a process outlives a call, as the host's /proc shows it to the supervisor: nothing in the process can forge it.
/// What may not be looked at is empty, and says nothing.
/// </summary>
internal sealed record ProcessState(
    ImmutableDictionary<string, ulong> Status, ImmutableArray<string> Descriptors, ImmutableArray<string> Limits)
{
    private const string Handlers = "SigCgt";
    private const string Filters = "Seccomp_filters";

    /// <summary>Signals 32 and 33 belong to the C library, which handles them from the first thread on (nptl(7)).</summary>
    private const ulong SignalsOfTheLibrary = 0b11UL << 31;

    private static readonly ImmutableArray<(string Field, string What)> Fields =
    [
        (Handlers, "a signal handler"), ("SigIgn", "an ignored signal"), ("SigBlk", "a blocked signal"),
        ("Cpus_allowed", "other processors to run on"), (Filters, "a filter of system calls"), ("THP_enabled", "another size of pages"),
    ];

    /// <summary>The state of a process that stands still or sleeps.</summary>
    public static ProcessState Of(int process) => new(
        Fields.Join(
            ProcFile.Lines($"/proc/{process}/status").Select(line => line.Split(":\t")),
            field => field.Field, words => words[0], (field, words) => (field.Field, Value: Number(field.Field, words[^1])))
            .ToImmutableDictionary(entry => entry.Field, entry => entry.Value),
        DescriptorsOf(process),
        [.. ProcFile.Lines($"/proc/{process}/limits")]);

    /// <summary>The same after the driver has loaded the kernel and forbidden all further code.</summary>
    public ProcessState WithOwnFilter() =>
        Status.TryGetValue(Filters, out var filters) ? this with { Status = Status.SetItem(Filters, filters + 1) } : this;

    /// <summary>What is there now that was not; null where all is as it was.</summary>
    public string? LeftSince(ProcessState before) =>
        Fields.Where(field => Status.TryGetValue(field.Field, out var now) && before.Status.TryGetValue(field.Field, out var then) && now != then)
            .Select(field => field.What).FirstOrDefault()
        ?? (IsOther(Descriptors, before.Descriptors) ? "other open descriptors" : null)
        ?? (IsOther(Limits, before.Limits) ? "other limits on resources" : null);

    private static bool IsOther(ImmutableArray<string> now, ImmutableArray<string> before) => !now.IsEmpty && !before.IsEmpty && !now.SequenceEqual(before);

    private static ulong Number(string field, string text)
    {
        // Sets of processors have commas between their words; the lowest 64 of them tell enough.
        var digits = text.Trim().Replace(",", "", StringComparison.Ordinal);
        var style = field.StartsWith("Sig", StringComparison.Ordinal) || field == "Cpus_allowed" ? NumberStyles.HexNumber : NumberStyles.None;
        var value = ulong.Parse(digits.Length > 16 ? digits[^16..] : digits, style, CultureInfo.InvariantCulture);
        return field == Handlers ? value & ~SignalsOfTheLibrary : value;
    }

    private static ImmutableArray<string> DescriptorsOf(int process)
    {
        var folder = FormattableString.Invariant($"/proc/{process}/fd");
        return [.. ProcFile.Names(folder).Order(StringComparer.Ordinal).Select(name => $"{name} {ProcFile.Target($"{folder}/{name}")}")];
    }
}
