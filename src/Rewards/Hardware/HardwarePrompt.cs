using System.Globalization;

namespace HpcVerify.Rewards.Hardware;

/// <summary>A machine in the words of a prompt: what somebody who writes a kernel for it has to know.</summary>
public static class HardwarePrompt
{
    /// <summary>Sentences on one line each; what is not known is not mentioned.</summary>
    public static string Of(HardwareSpecification machine) => string.Join('\n', Sentences(machine)) + "\n";

    private static IEnumerable<string> Sentences(HardwareSpecification machine)
    {
        yield return $"The kernel runs on {machine.Title}.";
        yield return Invariant($"It has {machine.Cores} cores ({machine.Sockets} × {machine.CoresPerSocket}) with {machine.ThreadsPerCore} hardware {(machine.ThreadsPerCore == 1 ? "thread" : "threads")} each.");
        yield return machine.Vector.FmaUnits is { } units
            ? Invariant($"Vector registers have {machine.Vector.RegisterBits} bits; each core has {units} units for fused multiply-adds of {machine.Vector.UnitBits} bits.")
            : Invariant($"Vector registers have {machine.Vector.RegisterBits} bits.");
        yield return $"Extensions of the instruction set: {string.Join(' ', machine.Extensions)}.";
        foreach (var cache in machine.Caches.Where(cache => cache.Kind != CacheKind.Instruction))
        {
            var sharing = cache.SharedByCores == 1 ? "for each core" : Invariant($"for {cache.SharedByCores} cores together");
            yield return Invariant($"Level {cache.Level} cache: {cache.Kibibytes} KiB {sharing}{(cache.LineBytes is { } bytes ? Invariant($", lines of {bytes} bytes") : "")}.");
        }

        if (machine.MemoryGigabytesPerSecond is { } bandwidth)
        {
            yield return Invariant($"Memory moves up to {bandwidth:0.#} GB/s.");
        }

        if (Peak.Gflops(machine, 64) is { } peak)
        {
            yield return Invariant($"The theoretical peak is {peak:0.#} GFLOPS in double precision.");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
