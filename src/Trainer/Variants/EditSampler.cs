using System.Collections.Immutable;
using HpcVerify.Rewards.Hardware;

namespace HpcVerify.Trainer.Variants;

/// <summary>
/// Draws edits: the same tasks, machines, options and seed give the same ones, whatever their number. Stages are equally likely, because the many
/// recipes of late stages would crowd out the others.
/// </summary>
public sealed class EditSampler
{
    /// <summary>Characters of both kernels together, so that an example stays within 2,048 tokens.</summary>
    public const int LongestPair = 4000;

    private const int Percent = 100;

    private readonly ImmutableArray<HardwareSpecification> _machines;
    private readonly EditOptions _options;
    private readonly ImmutableDictionary<string, ImmutableDictionary<int, ImmutableArray<Recipe>>> _recipes;
    private readonly ImmutableArray<string> _tasks;

    /// <param name="tasks">Some of <see cref="RecipeSpace.Tasks"/>.</param>
    /// <param name="machines">The machines that kernels may be for; at least one.</param>
    public EditSampler(ImmutableArray<string> tasks, ImmutableArray<HardwareSpecification> machines, EditOptions options)
    {
        (_tasks, _machines, _options) = (tasks, machines, options);
        _recipes = tasks.ToImmutableDictionary(
            task => task, task => RecipeSpace.All(task).GroupBy(recipe => recipe.Stage).ToImmutableDictionary(stage => stage.Key, stage => stage.ToImmutableArray()));
    }

    /// <summary>Edits without end.</summary>
    public IEnumerable<Edit> Draw(ulong seed)
    {
        var random = new Rng(seed);
        var kinds = Enum.GetValues<EditKind>();
        while (true)
        {
            var (task, kind) = (_tasks[random.Below(_tasks.Length)], kinds[random.Below(kinds.Length)]);
            if (Drawn(task, kind, random) is { } edit && edit.Source.Code.Length + edit.Target.Code.Length <= LongestPair && edit.Source.Code != edit.Target.Code)
            {
                yield return edit;
            }
        }
    }

    /// <summary>Null where the draw led nowhere, and another one has to be made.</summary>
    private Edit? Drawn(string task, EditKind kind, Rng random)
    {
        var stages = _recipes[task];
        var numbers = stages.Keys.Order().ToArray();
        var stage = numbers[random.Below(numbers.Length)];
        var target = Pick(stages[stage], random);
        var machine = _machines[random.Below(_machines.Length)];
        var (source, from) = kind switch
        {
            EditKind.Begin => (RecipeSpace.Seed(task), machine),
            EditKind.Deepen => (Shallower(target), machine),
            EditKind.Improve => (Slower(stages[stage], target, random), machine),
            EditKind.Repair => (Broken(target, random), machine),
            _ => Foreign(stages[stage], target, machine, random),
        };
        if (source is null || from is null || !Runs(target.Unit, machine) || !Runs(source.Unit, from))
        {
            return null;
        }

        var isBroken = kind != EditKind.Repair && random.Below(Percent) < _options.BrokenShare;
        var result = isBroken ? Broken(target, random) : target;

        // Whoever repairs keeps the names and the manner; whoever writes anew may have their own.
        var style = Style.Numbered(random.Below(Style.Count));
        var ownStyle = kind is EditKind.Begin ? Style.Numbered(random.Below(Style.Count)) : style;
        return new(kind, stage, new(source, For(from, ownStyle)), new(result, For(machine, style)), from.Name, machine.Name);
    }

    /// <summary>The target without its newest technique; null where it has none, or where there is no such recipe.</summary>
    private Recipe? Shallower(Recipe target)
    {
        var less = target switch
        {
            { Prefetch: > 0 } => target with { Prefetch = 0 },
            { Threading: not Threading.None } => target with { Threading = Threading.None },
            { Unit: not VectorUnit.Scalar } => target with { Unit = VectorUnit.Scalar, Tail = Tail.Loop, IsFused = false, IsPacked = false, Columns = 1, HasNames = target.HasNames && target.Rows is > 1 and <= 8 },
            { Tile.Dimensions: > 0 } => target with { Tile = default },
            { Accumulators: > 1 } => target with { Rows = 1, Columns = 1, HasNames = false },
            _ => null,
        };
        return less is not null && _recipes[target.Task].GetValueOrDefault(less.Stage, []).Contains(less) ? less : null;
    }

    /// <summary>Another recipe of the stage that should be slower by a good part; null where the draw finds none.</summary>
    private static Recipe? Slower(ImmutableArray<Recipe> stage, Recipe target, Rng random)
    {
        const int Draws = 8;
        const double GoodPart = 0.8;
        return Enumerable.Range(0, Draws).Select(_ => Pick(stage, random)).FirstOrDefault(other => PredictedSpeed.Of(other) < GoodPart * PredictedSpeed.Of(target));
    }

    private static Recipe Broken(Recipe recipe, Rng random)
    {
        var faults = FaultSpace.Of(recipe);
        var fault = Pick(faults, random);

        // Each such kernel costs whoever scores it the whole time limit, so that they come up less often.
        return recipe with { Fault = fault == Fault.NoAdvance ? Pick(faults, random) : fault };
    }

    /// <summary>A kernel for another machine, in instructions that this one lacks or that make less of it.</summary>
    private (Recipe? Source, HardwareSpecification? Machine) Foreign(ImmutableArray<Recipe> stage, Recipe target, HardwareSpecification machine, Rng random)
    {
        var others = _machines.Where(other => other.Name != machine.Name && Runs(VectorUnit.Avx512, other) != Runs(VectorUnit.Avx512, machine)).ToImmutableArray();
        if (others.IsEmpty)
        {
            return (null, null);
        }

        var other = Pick(others, random);
        var source = stage.FirstOrDefault(recipe => recipe.Unit != target.Unit && recipe.Unit != VectorUnit.Scalar && Runs(recipe.Unit, other)
            && recipe with { Unit = target.Unit, Tail = target.Tail, IsFused = target.IsFused, Rows = target.Rows, Columns = target.Columns, HasNames = target.HasNames, HasRowPointers = target.HasRowPointers } == target);
        return (source, other);
    }

    /// <summary>Hints by intrinsics are for processors that have the header.</summary>
    private static Style For(HardwareSpecification machine, Style style) => style with { HintsByIntrinsic = style.HintsByIntrinsic && machine.Supports("sse") };

    /// <summary>Whether a machine has the instructions; what only the compiler knows of runs anywhere.</summary>
    private static bool Runs(VectorUnit unit, HardwareSpecification machine) => unit switch
    {
        VectorUnit.Avx512 => machine.Supports("avx512f"),
        VectorUnit.Avx2 => machine.Supports("avx2") && machine.Supports("fma"),
        _ => true,
    };

    private static T Pick<T>(ImmutableArray<T> items, Rng random) => items[random.Below(items.Length)];
}
