using System;

namespace GenNet;

/// <summary>A parameter of a <see cref="DifferentiableAttribute">[Differentiable]</see> method that has no gradient.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConstantAttribute : Attribute
{
}
