using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HpcVerify.Verifier.Native;

/// <summary>What the kernel does with a system call: allow it, fail it with an error number, or kill the process.</summary>
public readonly record struct SeccompAction(uint Code)
{
    /// <summary>Let the call through.</summary>
    public static SeccompAction Allow { get; } = new(0x7fff0000);

    /// <summary>End the whole process with SIGSYS.</summary>
    public static SeccompAction Kill { get; } = new(0x80000000);

    /// <summary>Do nothing and return <paramref name="number"/> in <c>errno</c>.</summary>
    public static SeccompAction Fail(ushort number) => new(0x00050000u | number);
}

/// <summary>Applies <see cref="Action"/> when the low half of one argument, masked, equals a value.</summary>
public sealed record ArgumentTest(int Argument, uint Mask, uint Value, SeccompAction Action);

/// <summary>The treatment of one system call: its tests in order, then <see cref="Otherwise"/>.</summary>
public sealed record SeccompRule(SystemCall Call, SeccompAction Otherwise, ImmutableArray<ArgumentTest> Tests);

/// <summary>A system call's number on each supported machine; negative where the machine does not have it.</summary>
public sealed record SystemCall(string Name, int X64, int Arm64)
{
    /// <summary>The number on <paramref name="machine"/>.</summary>
    public int NumberOn(Architecture machine) => machine switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        _ => throw new UnreachableException(),
    };
}

/// <summary>Assembles system call rules into the classic BPF program that <c>bwrap --seccomp</c> reads.</summary>
public static class SeccompProgram
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort And = 0x54;
    private const ushort Return = 0x06;

    // struct seccomp_data { int nr; __u32 arch; __u64 instruction_pointer; __u64 args[6]; }
    private const uint NumberOffset = 0;
    private const uint MachineOffset = 4;
    private const uint ArgumentsOffset = 16;
    private const uint ArgumentSize = 8;

    // Calls of the x32 ABI carry this bit and would otherwise slip past a filter on numbers.
    private const uint X32Bit = 0x40000000;
    private const int InstructionSize = 8;

    /// <summary>Whether a filter can be made for <paramref name="machine"/>.</summary>
    public static bool Supports(Architecture machine) => machine is Architecture.X64 or Architecture.Arm64;

    /// <summary>The program's bytes: <paramref name="rules"/> in order, <paramref name="fallback"/> for any other call.</summary>
    public static ImmutableArray<byte> Assemble(
        Architecture machine, IEnumerable<SeccompRule> rules, SeccompAction fallback)
    {
        List<Instruction> program =
        [
            new(LoadWord, MachineOffset),
            new(JumpIfEqual, AuditCode(machine), 1, 0),
            new(Return, SeccompAction.Kill.Code),
            new(LoadWord, NumberOffset),
            new(JumpIfAtLeast, X32Bit, 0, 1),
            new(Return, SeccompAction.Kill.Code),
        ];
        foreach (var rule in rules.Where(rule => rule.Call.NumberOn(machine) >= 0))
        {
            AddRule(program, rule, (uint)rule.Call.NumberOn(machine));
        }

        program.Add(new(Return, fallback.Code));
        return Encode(program);
    }

    private static void AddRule(List<Instruction> program, SeccompRule rule, uint number)
    {
        List<Instruction> body = [];
        foreach (var test in rule.Tests)
        {
            body.Add(new(LoadWord, ArgumentsOffset + (ArgumentSize * (uint)test.Argument)));
            body.Add(new(And, test.Mask));
            body.Add(new(JumpIfEqual, test.Value, 0, 1));
            body.Add(new(Return, test.Action.Code));
        }

        body.Add(new(Return, rule.Otherwise.Code));
        program.Add(new(JumpIfEqual, number, 0, (byte)body.Count));
        program.AddRange(body);
    }

    private static uint AuditCode(Architecture machine) => machine switch
    {
        Architecture.X64 => 0xC000003E,
        Architecture.Arm64 => 0xC00000B7,
        _ => throw new UnreachableException(),
    };

    private static ImmutableArray<byte> Encode(List<Instruction> program)
    {
        var bytes = new byte[program.Count * InstructionSize];
        for (var index = 0; index < program.Count; index++)
        {
            var (code, operand, ifTrue, ifFalse) = program[index];
            var target = bytes.AsSpan(index * InstructionSize, InstructionSize);
            BinaryPrimitives.WriteUInt16LittleEndian(target, code);
            (target[2], target[3]) = (ifTrue, ifFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(target[4..], operand);
        }

        return [.. bytes];
    }

    private readonly record struct Instruction(ushort Code, uint Operand, byte IfTrue = 0, byte IfFalse = 0);
}
