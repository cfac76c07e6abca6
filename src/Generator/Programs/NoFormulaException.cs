using System;

namespace GenNet.Generator.Programs;

/// <summary>A program that is no formula of its parameters.</summary>
/// <param name="obstacle">What stands in the way.</param>
/// <param name="reason">The same, for a message.</param>
/// <param name="wayOut">What to write instead.</param>
internal sealed class NoFormulaException(Obstacle obstacle, string reason, string wayOut) : Exception(reason)
{
    public Obstacle Obstacle => obstacle;

    public string WayOut => wayOut;
}

/// <summary>What makes a program more than a formula.</summary>
internal enum Obstacle
{
    Loop,
    Span,
    Call,
    Other,
}
