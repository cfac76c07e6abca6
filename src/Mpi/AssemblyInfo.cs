using System;
using System.Runtime.CompilerServices;

[assembly: CLSCompliant(true)]

// All that is imported takes numbers and addresses only.
[assembly: DisableRuntimeMarshalling]
