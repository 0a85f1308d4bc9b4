using System.Collections.Frozen;
using System.Collections.Immutable;
using Iced.Intel;

namespace HpcVerify.Rewards.Objects;

/// <summary>Instructions that no kernel needs, found by disassembling every section of code from its start.</summary>
internal static class InstructionPolicy
{
    private static readonly FrozenSet<Mnemonic> NotAllowed = new[]
    {
        // The system, and other privilege.
        Mnemonic.Syscall, Mnemonic.Sysenter, Mnemonic.Int, Mnemonic.Int1, Mnemonic.Into, Mnemonic.In, Mnemonic.Out, Mnemonic.Hlt, Mnemonic.Vmcall, Mnemonic.Vmmcall, Mnemonic.Enclu,

        // Clocks, counters, chance, identity.
        Mnemonic.Rdtsc, Mnemonic.Rdtscp, Mnemonic.Rdpmc, Mnemonic.Rdpru, Mnemonic.Rdrand, Mnemonic.Rdseed, Mnemonic.Cpuid, Mnemonic.Xgetbv, Mnemonic.Rdpid,

        // Settings that outlive the call.
        Mnemonic.Ldmxcsr, Mnemonic.Vldmxcsr, Mnemonic.Fxrstor, Mnemonic.Fxrstor64, Mnemonic.Xrstor, Mnemonic.Xrstor64, Mnemonic.Wrpkru,
        Mnemonic.Wrfsbase, Mnemonic.Wrgsbase, Mnemonic.Rdfsbase, Mnemonic.Rdgsbase,

        // Waiting, and watching other cores.
        Mnemonic.Monitor, Mnemonic.Mwait, Mnemonic.Umonitor, Mnemonic.Umwait, Mnemonic.Tpause, Mnemonic.Xbegin,
    }.ToFrozenSet();

    /// <summary>Their names, each once; none for other processors than x86-64.</summary>
    public static ImmutableArray<string> Forbidden(ElfObject parsed) => parsed.Machine != ElfObject.X64 ? [] :
    [
        .. parsed.Sections.Where(section => section.IsCode).SelectMany(section => Decoded(section.Bytes))
            .Where(NotAllowed.Contains).Distinct().Select(mnemonic => mnemonic.ToString().ToLowerInvariant()),
    ];

    private static IEnumerable<Mnemonic> Decoded(ReadOnlyMemory<byte> code)
    {
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(code.ToArray()));
        while (decoder.IP < (ulong)code.Length)
        {
            yield return decoder.Decode().Mnemonic;
        }
    }
}
