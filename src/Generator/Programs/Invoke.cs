using System.Collections.Immutable;
using System.Linq;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Programs;

/// <summary>Target = another function that has a gradient.</summary>
/// <param name="target">The number.</param>
/// <param name="method">The method as C# calls it.</param>
/// <param name="arguments">What it is called with, in the order of its parameters.</param>
/// <param name="hasSecondOrder">Whether the product with its Hessian is written too.</param>
/// <param name="declares">Whether the target, and the slopes, are declared here.</param>
internal sealed class Invoke(Number target, string method, ImmutableArray<InvokeArgument> arguments, bool hasSecondOrder, bool declares = true) : Statement
{
    public bool HasSecondOrder => hasSecondOrder;

    public Number Target => target;

    public string Method => method;

    public ImmutableArray<InvokeArgument> Arguments => arguments;

    public bool Declares => declares;

    /// <summary>Whether its gradient has spans: then the way back calls it, and before there is only the value.</summary>
    public bool HasSpans => arguments.Any(argument => argument is { Type: not null, Series: not null });
}

/// <summary>An argument of a call.</summary>
/// <param name="Value">A number, or C# that is not looked into; null where it is a span.</param>
/// <param name="Series">The span.</param>
/// <param name="Type">float or double where the parameter has a gradient; null where it has none.</param>
/// <param name="Slope">The derivative of the call by it, which the call of the gradient gives; null where nothing asks for one.</param>
internal sealed record InvokeArgument(Expr? Value, Series? Series, string? Type, Number? Slope);

/// <summary>A call with its slopes, and their derivatives in a direction.</summary>
/// <param name="call">The call.</param>
/// <param name="directions">The direction of each argument.</param>
/// <param name="slopes">The derivatives of the slopes, where there are slopes.</param>
internal sealed class InvokeSecond(Invoke call, ImmutableArray<Expr> directions, ImmutableArray<Number?> slopes) : Statement
{
    public Invoke Call => call;

    public ImmutableArray<Expr> Directions => directions;

    public ImmutableArray<Number?> Slopes => slopes;
}
