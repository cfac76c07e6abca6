using System;

namespace GenNet.Fuzz;

/// <summary>A case for which something does not hold.</summary>
internal sealed class FuzzException(string message, Exception inner) : Exception(message, inner);
