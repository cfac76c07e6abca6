namespace GenNet.Generator.Tests.Functions;

/// <summary>What can be wrong with a function.</summary>
internal enum FailureKind
{
    /// <summary>The random function is no C#: the fault of the test.</summary>
    Source,

    /// <summary>The generator refuses it.</summary>
    Refused,

    /// <summary>Nothing was emitted for it.</summary>
    Missing,

    /// <summary>What was emitted does not compile without a warning.</summary>
    Emitted,

    /// <summary>It throws.</summary>
    Throws,

    /// <summary>The value that comes with the gradient is not the function's, bit for bit.</summary>
    Value,

    /// <summary>The gradient is not that of differences.</summary>
    Gradient,

    /// <summary>The overload with a buffer gives other bits, or takes one that is too short.</summary>
    Buffer,
}

/// <summary>What is wrong with a program.</summary>
/// <param name="Kind">What.</param>
/// <param name="Message">The function, the place and the numbers.</param>
/// <param name="Cause">Of a diagnostic what it says, without the names: a program that is made smaller must keep it.</param>
internal sealed record Failure(FailureKind Kind, string Message, string Cause = "");

/// <summary>A program with something wrong.</summary>
/// <param name="Program">The program.</param>
/// <param name="Failure">What is wrong with it.</param>
/// <param name="Emitted">What was emitted for it.</param>
internal sealed record FailedProgram(RandomProgram Program, Failure Failure, string Emitted)
{
    /// <summary>Whether another fails in the same way.</summary>
    public bool IsLike(FailedProgram other) => (Failure.Kind, Failure.Cause) == (other.Failure.Kind, other.Failure.Cause);
}
