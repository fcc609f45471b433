Libraries in lib/, with version, licence and home. Their own texts of licences and notices stand in folders
beside this file; where a library brings none, the text of its licence is one of Apache-2.0.txt, MPL-2.0.txt
(chosen for H2) and MIT-0.txt. The Java runtime's own are in runtime/legal.

<#list dependencyMap as e>
<#assign p = e.getKey()/>
<#assign licenses = e.getValue()/>
${p.groupId}:${p.artifactId}  ${p.version}  ${licenses?join(", ")}  ${p.url!"-"}
</#list>
