namespace GenNet.Generator.Tests.Functions;

/// <summary>Draws expressions of integers. None is negative.</summary>
internal sealed class WholeDrawer(Scope scope)
{
    /// <summary>Every span has at least so many numbers.</summary>
    public const int ShortestSpan = 3;

    /// <param name="depth">How many operations deep it may be.</param>
    /// <param name="isFixed">Whether no number of the function may decide it.</param>
    public Fragment Draw(int depth, bool isFixed = false)
    {
        switch (scope.Random.Next(8))
        {
            case 0 or 1 when depth > 0:
                return new Fragment(FragmentKind.Whole, scope.Pick("({0} + {1})", "({0} * {1})"), Draw(depth - 1, isFixed), Draw(depth - 1, isFixed));
            case 2 when depth > 0:
                return new Fragment(FragmentKind.Whole, scope.Pick("({0} % 3)", "({0} / 2)"), Draw(depth - 1, isFixed));
            case 3 when scope.Any(variable => variable.Kind is VariableKind.Span or VariableKind.Written) is { } span:
                return new Fragment(FragmentKind.Whole, $"{span.Name}.Length");
            case 4 when scope.Any(variable => variable.Kind == VariableKind.Long) is { } number:
                return new Fragment(FragmentKind.Whole, $"(int){number.Name}");
            case 5:
                break;
            default:
                if (scope.Any(variable => variable.Kind == VariableKind.Whole && (variable.IsFixed || !isFixed)) is { } whole)
                    return new Fragment(FragmentKind.Whole, whole.Name);
                break;
        }

        return new Fragment(FragmentKind.Whole, scope.Pick("0", "1", "2", "3"));
    }

    /// <summary>A place within a span.</summary>
    public Fragment Index(string span)
    {
        Variable? index = scope.Any(variable => variable.IndexOf == span);
        return scope.Random.Next(6) switch
        {
            0 or 1 or 2 when index is not null => new Fragment(FragmentKind.Whole, index.Name),
            3 when index is not null => new Fragment(FragmentKind.Whole, scope.Pick($"{span}.Length - 1 - {index.Name}", $"({index.Name} + 1) % {span}.Length")),
            4 or 5 => new Fragment(FragmentKind.Whole, $"{{0}} % {span}.Length", Draw(1)),
            _ => new Fragment(FragmentKind.Whole, scope.Random.Next(ShortestSpan).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
    }
}
